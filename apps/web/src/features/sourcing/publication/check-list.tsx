import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/ui/link-button';
import type { RequestView } from '../request/use-request';
import type { Lack } from './lacks';
import styles from './publication.module.css';

const places = {
  lines: '/buyer/requests/$requestId',
  invited: '/buyer/requests/$requestId/invited',
  terms: '/buyer/requests/$requestId/terms',
} as const;

/** What is ready and what is missing, each with the way to its place. */
export function CheckList({ request, lacks }: { request: RequestView; lacks: readonly Lack[] }) {
  const { t } = useTranslation('buyer');
  const lacking = (...ones: Lack[]): Lack | undefined => ones.find((one) => lacks.includes(one));
  const checks: { place: keyof typeof places; lack: Lack | undefined; fine: string }[] = [
    {
      place: 'lines',
      lack: lacking('linesUnsaved', 'lines'),
      fine: t('linesCount', { count: request.lineCount }),
    },
    { place: 'invited', lack: lacking('invited'), fine: t('fine_invited', { count: request.invitedCount }) },
    { place: 'terms', lack: lacking('deadline', 'deadlinePast'), fine: t('fine_deadline') },
    ...(request.deliverBy
      ? [{ place: 'terms' as const, lack: lacking('deliverBy'), fine: t('fine_deliverBy') }]
      : []),
  ];
  return (
    <ul className={styles.checks}>
      {checks.map(({ place, lack, fine }) => (
        <li key={fine} data-lacks={lack !== undefined || undefined}>
          {lack ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}
          <span>
            {lack ? t(`lack_${lack}`) : fine}
            {lack && (
              <>
                {' '}
                <TextLink inherit underline="always" to={places[place]} params={{ requestId: request.id }}>
                  {t(`mend_${lack}`)}
                </TextLink>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
