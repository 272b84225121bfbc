import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarPlus, IconCircleX, IconDots, IconFlagOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { ExtendDialog } from './extend-dialog';
import { ReasonDialog } from './reason-dialog';
import { useAct } from './use-act';
import { useRequest } from './use-request';

type Dialog = 'extend' | 'cancel' | 'endWithoutAward';

/** What one seldom does with a request. */
export function RequestMenu() {
  const { t } = useTranslation('buyer');
  const request = useRequest();
  const mayWrite = useMay('requests.write');
  const mayAward = useMay('awards.write');
  const act = useAct();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => {
    setDialog(null);
    act.reset();
  };
  const entries: { key: Dialog; icon: typeof IconDots; shown: boolean }[] = [
    { key: 'extend', icon: IconCalendarPlus, shown: mayWrite && request.state === 'open' },
    {
      key: 'cancel',
      icon: IconCircleX,
      shown: mayWrite && ['draft', 'awaiting_approval', 'open'].includes(request.state),
    },
    { key: 'endWithoutAward', icon: IconFlagOff, shown: mayAward && request.state === 'closed' },
  ];
  const shown = entries.filter((entry) => entry.shown);
  if (shown.length === 0) {
    return null;
  }
  const common = { error: act.error, busy: act.isPending, onClose: close };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('moreActions')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {shown.map(({ key, icon: Icon }) => (
            <Menu.Item key={key} leftSection={<Icon size={16} aria-hidden />} onClick={() => setDialog(key)}>
              {t(`menu_${key}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'extend' && request.deadline && (
        <ExtendDialog
          {...common}
          deadline={request.deadline}
          onConfirm={(deadline) => act.mutate({ do: 'extend', deadline }, { onSuccess: close })}
        />
      )}
      {(dialog === 'cancel' || dialog === 'endWithoutAward') && (
        <ReasonDialog
          {...common}
          title={t(`menu_${dialog}`)}
          hint={t(dialog === 'cancel' && request.state !== 'open' ? 'hint_cancelDraft' : `hint_${dialog}`)}
          confirm={t(`menu_${dialog}`)}
          onConfirm={(reason) => act.mutate({ do: dialog, reason }, { onSuccess: close })}
        />
      )}
    </>
  );
}
