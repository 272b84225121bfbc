import { Anchor, Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { RowsSkeleton } from '@/ui/list';
import { Panel } from '@/ui/page';
import { Tag } from '@/ui/state';
import { say } from '@/ui/toast';
import { AccountProblem } from '../account-problem';
import styles from '../settings.module.css';
import { AskedTwice } from './asked-twice';
import { addressForPasskeys, canUsePasskeys } from './passkey';
import { PasskeyDialog } from './passkey-dialog';
import { RecoveryCodes } from './recovery-codes';
import { TotpDialog } from './totp-dialog';

const factorsKey = ['get', '/v1/account/factors'];

/** What stands beside the password: authenticator app, passkeys, recovery codes. */
export function FactorsPanel() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const factors = api.useQuery('get', '/v1/account/factors');
  const refresh = (): void => void queries.invalidateQueries({ queryKey: factorsKey });
  return (
    <Panel title={t('secondFactor')} padded={false}>
      {factors.isPending && <RowsSkeleton rows={3} height={32} />}
      {factors.isError && <AccountProblem error={factors.error} onRetry={refresh} />}
      {factors.data && (
        <ul className={styles.rows}>
          <AppRow totp={factors.data.totp} onChange={refresh} />
          <PasskeyRows passkeys={factors.data.passkeys} onChange={refresh} />
          {(factors.data.totp !== null || factors.data.passkeys.length > 0) && (
            <CodesRow left={factors.data.recoveryCodesLeft} onChange={refresh} />
          )}
        </ul>
      )}
    </Panel>
  );
}

function AppRow({ totp, onChange }: { totp: Schemas['FactorsView']['totp']; onChange: () => void }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const used = useUsed();
  const [adding, setAdding] = useState(false);
  const remove = api.useMutation('delete', '/v1/account/factors/totp', {
    onSuccess: () => say(t('appRemoved')),
    onSettled: onChange,
  });
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <div className={styles.name}>
          {t('app')} {totp && <Tag tone="done">{t('turnedOn')}</Tag>}
        </div>
        <div className={styles.soft}>{totp ? used(totp) : t('appHint')}</div>
        {remove.isError && <AccountProblem error={remove.error} />}
      </div>
      {totp ? (
        <AskedTwice
          label={shared('remove')}
          named={t('removeNamed', { name: t('app') })}
          sure={t('removeForGood')}
          loading={remove.isPending}
          onSure={() => remove.mutate({})}
        />
      ) : (
        <Button variant="default" size="xs" onClick={() => setAdding(true)}>
          {t('setUpApp')}
        </Button>
      )}
      {adding && <TotpDialog onClose={() => setAdding(false)} onAdded={onChange} />}
    </li>
  );
}

function PasskeyRows(props: { passkeys: Schemas['FactorsView']['passkeys']; onChange: () => void }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const used = useUsed();
  const [adding, setAdding] = useState(false);
  const remove = api.useMutation('delete', '/v1/account/factors/passkeys/{id}', {
    onSuccess: () => say(t('passkeyRemoved')),
    onSettled: props.onChange,
  });
  const elsewhere = addressForPasskeys();
  return (
    <>
      {props.passkeys.map((passkey) => (
        <li key={passkey.id} className={styles.row}>
          <div className={styles.grow}>
            <div className={styles.name}>
              {passkey.name} <Tag tone="done">{t('passkey')}</Tag>
            </div>
            <div className={styles.soft}>{used(passkey)}</div>
          </div>
          <AskedTwice
            label={shared('remove')}
            named={t('removeNamed', { name: passkey.name })}
            sure={t('removeForGood')}
            loading={remove.isPending && remove.variables.params.path.id === passkey.id}
            onSure={() => remove.mutate({ params: { path: { id: passkey.id } } })}
          />
        </li>
      ))}
      <li className={styles.row}>
        <div className={styles.grow}>
          <div className={styles.name}>{t('passkeys')}</div>
          <div className={styles.soft}>
            {canUsePasskeys() ? t('passkeysHint') : t('passkeysNotHere')}{' '}
            {elsewhere && (
              <Anchor href={elsewhere} inherit underline="always">
                {new URL(elsewhere).host}
              </Anchor>
            )}
          </div>
          {remove.isError && <AccountProblem error={remove.error} />}
        </div>
        {canUsePasskeys() && (
          <Button variant="default" size="xs" onClick={() => setAdding(true)}>
            {t('addPasskey')}
          </Button>
        )}
        {adding && <PasskeyDialog onClose={() => setAdding(false)} onAdded={props.onChange} />}
      </li>
    </>
  );
}

function CodesRow({ left, onChange }: { left: number; onChange: () => void }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const make = api.useMutation('post', '/v1/account/factors/recovery-codes', { onSuccess: onChange });
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <div className={styles.name}>
          {t('recoveryCodes')}{' '}
          <Tag tone={left < 3 ? 'waiting' : 'done'}>{t('codesLeft', { count: left })}</Tag>
        </div>
        <div className={styles.soft}>{t('recoveryCodesHint')}</div>
        {make.isError && <AccountProblem error={make.error} />}
      </div>
      <AskedTwice
        label={t('newCodes')}
        named={t('newCodes')}
        sure={t('makeFormerVoid')}
        loading={make.isPending}
        onSure={() => make.mutate({})}
      />
      {make.data && (
        <Modal
          opened
          onClose={() => make.reset()}
          closeOnClickOutside={false}
          title={t('recoveryCodes')}
          size="lg"
          styles={{ title: { fontWeight: 600 } }}
          closeButtonProps={{ 'aria-label': shared('close') }}
        >
          <RecoveryCodes codes={make.data.recoveryCodes} onKept={() => make.reset()} />
        </Modal>
      )}
    </li>
  );
}

/** Since when there is one, and when it was used last. */
function useUsed() {
  const { t } = useTranslation('account');
  const format = useFormat();
  return ({ createdAt, lastUsedAt }: { createdAt: string; lastUsedAt: string | null }): string =>
    [
      t('factorSince', { when: format.relative(createdAt) }),
      lastUsedAt ? t('keyUsed', { when: format.relative(lastUsedAt) }) : t('keyUnused'),
    ].join(' · ');
}
