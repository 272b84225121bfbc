import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { actionButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { AccountProblem } from '../account-problem';
import { CodeInput } from './factor-form';
import { useKeepSession } from './keep-session';
import { QrCode } from './qr-code';
import { RecoveryCodes } from './recovery-codes';
import styles from './security.module.css';

/** Sets an authenticator app up: its picture or secret, its first code, and the recovery codes that come with a first factor. */
export function TotpDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const keep = useKeepSession();
  const [code, setCode] = useState('');
  const begin = api.useMutation('post', '/v1/account/factors/totp');
  const confirm = api.useMutation('post', '/v1/account/factors/totp/confirmation', {
    onSuccess: ({ session, recoveryCodes }) => {
      keep(session);
      onAdded();
      if (recoveryCodes.length === 0) {
        onClose();
      }
    },
    onError: () => setCode(''),
  });
  const { mutate } = begin;
  const begun = useRef(false);
  useEffect(() => {
    // Once, also where React looks twice: each beginning makes the former secret void.
    if (!begun.current) {
      begun.current = true;
      mutate({});
    }
  }, [mutate]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate({ body: { code: code.trim() } });
  };
  const codes = confirm.data?.recoveryCodes ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      // What is shown once is not lost to a click beside it.
      closeOnClickOutside={codes.length === 0}
      title={codes.length > 0 ? t('recoveryCodes') : t('setUpApp')}
      size="lg"
      styles={{ title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} onKept={onClose} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            {begin.isPending && <RowsSkeleton rows={4} />}
            {begin.isError && <AccountProblem error={begin.error} />}
            {begin.data && (
              <>
                <div className={styles.setup}>
                  <QrCode text={begin.data.uri} label={t('appPicture')} />
                  <div className={styles.words}>
                    <Text size="sm">{t('scanIt')}</Text>
                    <Text size="sm" c="dimmed" mt="xs">
                      {t('orTypeIt')}
                    </Text>
                    <code className={styles.typed} dir="ltr">
                      {begin.data.secret.match(/.{1,4}/g)?.join(' ')}
                    </code>
                  </div>
                </div>
                <CodeInput
                  label={t('firstCode')}
                  description={t('firstCodeHint')}
                  value={code}
                  onChange={(event) => setCode(event.currentTarget.value)}
                />
              </>
            )}
            {confirm.isError && <AccountProblem error={confirm.error} />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {shared('cancel')}
              </Button>
              <Button
                {...actionButton}
                type="submit"
                loading={confirm.isPending}
                disabled={!begin.data || code.trim().length < 6}
              >
                {t('turnOn')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
