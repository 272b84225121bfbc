import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { rolesOfKind } from './roles';

/** The roles of this kind of organisation, each with what it may do. */
export function RoleChoice(props: {
  roles: readonly string[];
  onChange: (roles: string[]) => void;
  error?: string | undefined;
}) {
  const { t } = useTranslation('account');
  const kind = useSession().organisation?.kind ?? 'platform';
  return (
    <Checkbox.Group label={t('roles')} value={[...props.roles]} onChange={props.onChange} error={props.error}>
      <Stack gap="sm" mt={6}>
        {rolesOfKind[kind].map((role) => (
          <Checkbox key={role} value={role} label={t(`role_${role}`)} description={t(`role_${role}_hint`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
