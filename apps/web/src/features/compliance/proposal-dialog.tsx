import {
  Alert,
  Button,
  Group,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Problem } from '@/api/problem';
import { ActProblem } from './act-problem';
import { monthsLater, today } from './days';
import { type Certificate, useAct } from './use-act';

/** The first of two people: to grant it for a term, or to refuse it with a reason. */
export function ProposalDialog(props: {
  certificate: Certificate;
  onClose: () => void;
  onDone: (certificate: Certificate) => void;
}) {
  const { t } = useTranslation('compliance');
  const { t: shared } = useTranslation('shared');
  const { certificate } = props;
  const act = useAct(certificate.id, certificate.version);
  const schemes = api.useQuery('get', '/v1/public/schemes', {}, { staleTime: 600_000 });
  const months = schemes.data?.items.find(({ id }) => id === certificate.scheme.id)?.monthsValid ?? 12;
  const notMet = certificate.findings.filter(({ verdict }) => verdict === 'not_met');
  const unseen = certificate.criteria.filter(
    ({ code }) => !certificate.findings.some(({ criterionCode }) => criterionCode === code),
  );
  const grantable = notMet.length === 0 && certificate.evidenceFiles > 0;
  const [verdict, setVerdict] = useState<'grant' | 'refuse'>(grantable ? 'grant' : 'refuse');
  const [validFrom, setValidFrom] = useState(today());
  const [chosenUntil, setValidUntil] = useState<string | null>(null);
  const validUntil = chosenUntil ?? monthsLater(validFrom, months);
  const [reason, setReason, forget] = useSessionStorage({
    key: `weftway.reason.${certificate.id}.proposal`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const at = (pointer: string) => (act.error instanceof Problem ? act.error.at(pointer) : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const grants = verdict === 'grant';
    act.mutate(
      {
        kind: 'proposal',
        proposal: {
          verdict,
          reason: reason.trim() || null,
          ...(grants && { validFrom, validUntil }),
        },
      },
      {
        onSuccess: (changed) => {
          forget();
          if (changed) {
            props.onDone(changed);
          }
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('proposeTitle')}
      size="lg"
      styles={{ title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{t('proposeWords')}</Text>
          <SegmentedControl
            aria-label={t('verdict')}
            data={[
              { value: 'grant', label: t('grant'), disabled: !grantable },
              { value: 'refuse', label: t('refuse') },
            ]}
            value={verdict}
            onChange={(value) => setVerdict(value === 'grant' ? 'grant' : 'refuse')}
          />
          {!grantable && (
            <Alert color="weld" title={t('notGrantable')}>
              {certificate.evidenceFiles === 0
                ? t('noEvidence')
                : t('notMetList', { codes: notMet.map(({ criterionCode }) => criterionCode).join(', ') })}
            </Alert>
          )}
          {verdict === 'grant' && unseen.length > 0 && (
            <Alert color="weld" title={t('unseen', { count: unseen.length })}>
              {t('unseenHint')}
            </Alert>
          )}
          {verdict === 'grant' && (
            <Group grow align="flex-start">
              <TextInput
                type="date"
                label={t('firstDay')}
                required
                withAsterisk={false}
                value={validFrom}
                error={at('/validFrom')}
                onChange={(event) => setValidFrom(event.currentTarget.value)}
              />
              <TextInput
                type="date"
                label={t('lastDay')}
                description={chosenUntil === null ? t('byScheme', { count: months }) : undefined}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                required
                withAsterisk={false}
                min={validFrom}
                value={validUntil}
                error={at('/validUntil')}
                onChange={(event) => setValidUntil(event.currentTarget.value)}
              />
            </Group>
          )}
          <Textarea
            label={verdict === 'grant' ? t('why') : t('whyRefused')}
            description={t('cooperativeReads')}
            required={verdict === 'refuse'}
            withAsterisk={false}
            minRows={3}
            autosize
            maxLength={2000}
            value={reason}
            error={at('/reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {act.isError && <ActProblem error={act.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {shared('cancel')}
            </Button>
            <Button type="submit" color="madder.6" loading={act.isPending}>
              {verdict === 'grant' ? t('proposeGrant') : t('proposeRefusal')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
