import { Alert, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/ui/link-button';
import { awardById } from './award-queries';

/** Why the award before this one came to nothing. */
export function RejectedBefore({ awardId }: { awardId: string }) {
  const { t } = useTranslation('trade');
  const { data } = useQuery(awardById(awardId));
  if (!data) {
    return null;
  }
  return (
    <Alert
      color="weld"
      variant="light"
      mb="md"
      icon={<IconArrowBackUp size={20} aria-hidden />}
      title={t('rejectedBefore')}
    >
      <Text size="sm">
        “{data.rejectionReason}”{' '}
        <TextLink to="/buyer/awards/$awardId" params={{ awardId }}>
          {t('seeThatAward')}
        </TextLink>
      </Text>
    </Alert>
  );
}
