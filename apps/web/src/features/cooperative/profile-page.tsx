import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, client, ifMatch, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { useMay, useSession } from '@/api/session';
import { LinkButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import { emptyProfile, ProfileForm, typedProfile } from './profile/profile-form';

const key = ['get', '/v1/cooperative/profile'] as const;

/** What buyers and everyone read about this cooperative. */
export default function ProfilePage() {
  const { t } = useTranslation('cooperative');
  const { organisation } = useSession();
  const queries = useQueryClient();
  const mayWrite = useMay('profile.write');
  const query = useQuery({
    queryKey: key,
    queryFn: async (): Promise<Schemas['ProfileView'] | null> => {
      try {
        return (await client.GET('/v1/cooperative/profile')).data ?? null;
      } catch (error) {
        if (error instanceof Problem && error.status === 404) {
          return null;
        }
        throw error;
      }
    },
  });
  const save = api.useMutation('put', '/v1/cooperative/profile');
  const profile = query.data;
  return (
    <Page
      title={t('profileTitle')}
      lead={organisation?.name}
      width="narrow"
      actions={
        profile?.published && (
          <LinkButton
            to="/cooperatives/$cooperativeId"
            params={{ cooperativeId: profile.cooperativeId }}
            variant="default"
            size="md"
            mih={44}
          >
            {t('profileSee')}
          </LinkButton>
        )
      }
    >
      {query.isPending && <RowsSkeleton />}
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {profile !== undefined && (
        <ProfileForm
          key={profile?.version ?? 0}
          initial={profile ? typedProfile(profile) : emptyProfile}
          readOnly={!mayWrite}
          pending={save.isPending}
          error={save.error}
          onReload={() => void query.refetch()}
          onSave={(body, forget) =>
            save.mutate(
              { body, ...(profile && { headers: ifMatch(profile.version) }) },
              {
                onSuccess: (changed) => {
                  forget();
                  queries.setQueryData(key, changed);
                  say(t('profileSaved'));
                },
              },
            )
          }
        />
      )}
    </Page>
  );
}
