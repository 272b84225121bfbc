import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { Motif } from '@/ui/motif';
import { Panel } from '@/ui/page';
import { AccountProblem } from './account-problem';
import { useSwitchOrganisation } from './session-changes';
import styles from './settings.module.css';

/** For which of one's organisations one goes on; nothing to choose for whoever has one. */
export function OrganisationSwitch() {
  const { t } = useTranslation('account');
  const session = useSession();
  const navigate = useNavigate();
  const change = useSwitchOrganisation();
  const own = session.organisations.filter(({ state }) => state === 'admitted');
  if (own.length < 2) {
    return null;
  }
  return (
    <Panel title={t('workFor')} padded={false}>
      <ul className={styles.rows}>
        {own.map((organisation) => {
          const current = organisation.id === session.organisation?.id;
          return (
            <li key={organisation.id}>
              <UnstyledButton
                className={styles.choice}
                aria-current={current || undefined}
                disabled={current || change.isPending}
                onClick={() =>
                  change.mutate(organisation.id, { onSuccess: () => void navigate({ to: '/start' }) })
                }
              >
                <Motif id={organisation.id} size={32} />
                <span className={styles.grow}>{organisation.name}</span>
                {current && <IconCheck size={18} aria-label={t('current')} />}
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      {change.isError && <AccountProblem error={change.error} />}
    </Panel>
  );
}
