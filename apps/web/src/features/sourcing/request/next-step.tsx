import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { actionButton, LinkButton } from '@/ui/link-button';
import { useRequest } from './use-request';

/** The one thing to do with a request as it stands. Not shown where it leads to already. */
export function NextStep() {
  const { t } = useTranslation('buyer');
  const request = useRequest();
  const mayWrite = useMay('requests.write');
  const mayApprove = useMay('requests.approve');
  const mayAward = useMay('awards.write');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const params = { requestId: request.id };
  if (request.state === 'draft' && mayWrite && !path.endsWith('/preview')) {
    return (
      <LinkButton to="/buyer/requests/$requestId/preview" params={params} {...actionButton}>
        {t('reviewAndPublish')}
      </LinkButton>
    );
  }
  if (request.state === 'awaiting_approval' && !path.endsWith('/preview')) {
    return (
      <LinkButton
        to="/buyer/requests/$requestId/preview"
        params={params}
        {...(mayApprove ? actionButton : { variant: 'default' })}
      >
        {mayApprove ? t('reviewAndApprove') : t('seePreview')}
      </LinkButton>
    );
  }
  if (request.state === 'closed' && !/\/(quotes|award)$/.test(path)) {
    return (
      <LinkButton
        to="/buyer/requests/$requestId/quotes"
        params={params}
        {...(mayAward ? actionButton : { variant: 'default' })}
      >
        {t('compareQuotes')}
      </LinkButton>
    );
  }
  return null;
}
