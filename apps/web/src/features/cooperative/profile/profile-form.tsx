import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { actionButton } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { ActionBar } from '../parts/action-bar';
import { CheckField } from '../parts/check-field';
import { Fields } from '../parts/fields';
import { focusFault } from '../parts/focus-fault';
import { LongText } from '../parts/long-text';
import { SaveProblem } from '../parts/save-problem';
import { useTyped } from '../parts/use-typed';
import styles from '../products/products.module.css';
import { typedDecimal, typedWhole } from '../quote/typed-number';
import { CraftFields, type TypedCraft } from './craft-fields';
import { LanguageField } from './language-field';

export const emptyProfile = {
  place: '',
  region: '',
  founded: '',
  makers: '',
  makersWomen: '',
  languages: [] as string[],
  story: '',
  published: false,
  crafts: [] as TypedCraft[],
};
type TypedProfile = typeof emptyProfile;

export function typedProfile(profile: Schemas['ProfileView']): TypedProfile {
  return {
    place: profile.place,
    region: profile.region ?? '',
    founded: String(profile.founded ?? ''),
    makers: String(profile.makers),
    makersWomen: String(profile.makersWomen),
    languages: profile.languages,
    story: profile.story,
    published: profile.published,
    crafts: profile.crafts.map(({ craftCode, piecesPerMonth, workHoursPerMonth }) => ({
      craftCode,
      amount: piecesPerMonth ?? workHoursPerMonth ?? '',
      measure: piecesPerMonth === null && workHoursPerMonth !== null ? 'hours' : 'pieces',
    })),
  };
}

/** The profile as it is typed; kept on the device until it is saved. */
export function ProfileForm(props: {
  initial: TypedProfile;
  readOnly: boolean;
  pending: boolean;
  error: unknown;
  onReload: () => void;
  onSave: (body: Schemas['ProfileInput'], forget: () => void) => void;
}) {
  const { t } = useTranslation(['cooperative', 'shared']);
  const [typed, set, forget, kept] = useTyped('profile', props.initial);
  const [tried, setTried] = useState(false);
  const makers = typedWhole(typed.makers, 1_000_000);
  const women = typedWhole(typed.makersWomen, 1_000_000);
  const founded = typed.founded.trim() ? typedWhole(typed.founded, 2100) : null;
  const optional = (label: string): string => `${label} (${t('optional', { ns: 'shared' })})`;
  const faults: Record<string, string | undefined> = {
    place: typed.place.trim() ? undefined : t('faultMissing'),
    makers: makers === null ? t('faultNumber') : undefined,
    makersWomen:
      women === null ? t('faultNumber') : makers !== null && women > makers ? t('faultWomen') : undefined,
    founded: typed.founded.trim() && (founded === null || founded < 1800) ? t('faultYear') : undefined,
  };
  typed.crafts.forEach(({ craftCode, amount }, index) => {
    faults[`crafts/${index}/craftCode`] = craftCode ? undefined : t('faultMissing');
    faults[`crafts/${index}/amount`] =
      amount.trim() && typedDecimal(amount, 3) === null ? t('faultNumber') : undefined;
  });
  const at = (field: string): string | undefined =>
    (tried ? faults[field] : undefined) ??
    (props.error instanceof Problem ? props.error.at(`/${field}`) : undefined);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    focusFault(event.currentTarget);
    if (makers === null || women === null || Object.values(faults).some(Boolean)) {
      return;
    }
    props.onSave(
      {
        place: typed.place.trim(),
        region: typed.region.trim() || null,
        founded,
        makers,
        makersWomen: women,
        languages: typed.languages,
        story: typed.story.trim(),
        published: typed.published,
        crafts: typed.crafts.map(({ craftCode, amount, measure }) => {
          const value = amount.trim() ? typedDecimal(amount, 3) : null;
          return {
            craftCode,
            piecesPerMonth: measure === 'pieces' ? value : null,
            workHoursPerMonth: measure === 'hours' ? value : null,
          };
        }),
      },
      forget,
    );
  };
  const text = (
    field: 'place' | 'region' | 'founded' | 'makers' | 'makersWomen',
    label: string,
    most: number,
  ) => (
    <TextInput
      size="md"
      label={label}
      maxLength={most}
      inputMode={field === 'place' || field === 'region' ? undefined : 'numeric'}
      value={typed[field]}
      error={at(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={submit} noValidate>
      {kept && (
        <p className={styles.kept} role="status">
          {t('keptHere')}
        </p>
      )}
      <Fields locked={props.readOnly}>
        <Panel>
          <Stack gap="md">
            <CheckField
              label={t('profileShown')}
              hint={t('profileShownHint')}
              checked={typed.published}
              onChange={(published) => set({ published })}
            />
            {text('place', t('placeField'), 200)}
            <div className={styles.two}>
              {text('region', optional(t('regionField')), 100)}
              {text('founded', optional(t('foundedField')), 4)}
            </div>
            <div className={styles.two}>
              {text('makers', t('makersField'), 7)}
              {text('makersWomen', t('womenField'), 7)}
            </div>
            <LongText
              label={t('storyField')}
              description={t('storyHint')}
              rows={6}
              maxLength={10_000}
              value={typed.story}
              error={at('story')}
              onChange={(story) => set({ story })}
            />
          </Stack>
        </Panel>
        <Panel title={t('craftsTitle')}>
          <CraftFields crafts={typed.crafts} faultAt={at} onChange={(crafts) => set({ crafts })} />
        </Panel>
        <Panel title={t('languagesTitle')}>
          <LanguageField value={typed.languages} onChange={(languages) => set({ languages })} />
        </Panel>
        <SaveProblem error={props.error} onReload={props.onReload} />
      </Fields>
      {!props.readOnly && (
        <ActionBar>
          <Button type="submit" size="md" {...actionButton} loading={props.pending}>
            {t('profileSave')}
          </Button>
        </ActionBar>
      )}
    </form>
  );
}
