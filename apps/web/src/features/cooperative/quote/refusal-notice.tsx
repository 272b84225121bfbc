import { Alert, Button, Group, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { say } from '@/ui/toast';
import type { QuoteAtHand } from './use-quote';

const told = {
  request_not_open: 'refusedClosed',
  rate_unknown: 'refusedCurrency',
  partial_quote_not_welcome: 'refusedPartial',
  quote_on_former_revision: 'refusedChanged',
} as const;

/** Why the server did not take it, and what can be done. */
export function RefusalNotice({ quote }: { quote: QuoteAtHand }) {
  const { t } = useTranslation('cooperative');
  const { refusal } = quote.local;
  if (!refusal) {
    return null;
  }
  if (refusal.code === 'version_conflict' || refusal.code === 'version_required') {
    return (
      <Alert
        role="alert"
        color="weld"
        variant="light"
        icon={<IconAlertTriangle aria-hidden />}
        title={t('conflictTitle')}
      >
        <p>{t('conflictWords')}</p>
        <Group gap="xs" mt="sm">
          <Button size="sm" mih={44} onClick={quote.keepMine}>
            {t('conflictMine')}
          </Button>
          <Button
            size="sm"
            mih={44}
            variant="default"
            onClick={() => {
              const former = quote.takeTheirs();
              say(t('conflictTaken'), () => quote.restore(former));
            }}
          >
            {t('conflictTheirs')}
          </Button>
        </Group>
      </Alert>
    );
  }
  const key = told[refusal.code as keyof typeof told];
  return (
    <Alert
      role="alert"
      color="madder"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('refusedTitle')}
    >
      {key ? t(key) : refusal.detail}
      {!key && refusal.fields.length > 0 && (
        <List size="sm" mt={4}>
          {refusal.fields.slice(0, 8).map(({ lineId, field, detail }) => (
            <List.Item key={`${lineId} ${field}`}>{detail}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
