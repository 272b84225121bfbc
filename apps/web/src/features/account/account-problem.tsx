import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { ProblemNotice } from '@/ui/problem-notice';

const worded = [
  'credentials_wrong',
  'sign_in_throttled',
  'password_weak',
  'last_of_its_role',
  'version_conflict',
  'already_exists',
  'code_wrong',
  'sign_in_expired',
  'passkey_wrong',
  'passkey_failed',
  'passkey_known',
  'second_factor_required',
  'step_up_required',
  'factor_first',
  'factor_of_others_too',
] as const;

/** What went wrong, in the reader's language where the portal knows the code. */
export function AccountProblem(props: {
  error: unknown;
  onRetry?: () => void;
  /** Where a wrong password has more to it than a mistake in typing. */
  credentialsHint?: string;
}) {
  const { error, onRetry, credentialsHint } = props;
  const { t } = useTranslation('account');
  const code = error instanceof Problem ? worded.find((one) => one === error.code) : undefined;
  return code ? (
    <Alert role="alert" color="madder" variant="light" title={t(`problem_${code}`)}>
      {code === 'credentials_wrong' && credentialsHint ? credentialsHint : t(`problem_${code}_hint`)}
    </Alert>
  ) : (
    <ProblemNotice error={error} onRetry={onRetry} />
  );
}
