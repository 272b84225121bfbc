import type { TFunction } from 'i18next';

const known = ['documents', 'messages', 'webhooks', 'deadlines', 'optimiser', 'maintenance'] as const;

/** A queue in words; one of a newer server by its own name. */
export function queueName(name: string, t: TFunction<'admin'>): string {
  const one = known.find((each) => each === name);
  return one ? t(`queue_${one}`) : name;
}

const jobs = {
  'make-order-documents': 'job_documents',
  'make-order-documents-again': 'job_documents',
  'send-mail': 'job_mail',
  'certificate-expiry': 'job_expiry',
  'close-request': 'job_close',
} as const;

/** What a job does, in words. */
export function jobName(handler: string, t: TFunction<'admin'>): string {
  const key = Object.entries(jobs).find(([name]) => name === handler)?.[1];
  return key ? t(key) : handler.startsWith('write-message.') ? t('job_message') : handler;
}
