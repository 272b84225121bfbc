import { Button, Group, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, ifMatch } from '@/api/client';
import { useMay } from '@/api/session';
import { actionButton } from '@/ui/link-button';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import { type Order, orderById } from './order-queries';
import styles from './cancel-order.module.css';

/** Takes an order back before it is in production. The cooperative reads why. */
export function CancelOrder({ order }: { order: Order }) {
  const { t } = useTranslation('trade');
  const queries = useQueryClient();
  const mayWrite = useMay('orders.write');
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const cancel = useMutation({
    mutationFn: async () => {
      const { data } = await client.POST('/v1/buyer/orders/{id}/cancellation', {
        params: { path: { id: order.id } },
        headers: ifMatch(order.version),
        body: { reason: reason.trim() },
      });
      return data as Order;
    },
    onSuccess: async (cancelled) => {
      queries.setQueryData(orderById(order.id).queryKey, cancelled);
      say(t('orderCancelled', { reference: order.reference }));
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[1] === '/v1/buyer/orders',
      });
    },
    onError: () => queries.invalidateQueries({ queryKey: orderById(order.id).queryKey }),
  });
  if (!mayWrite || (order.state !== 'issued' && order.state !== 'accepted')) {
    return null;
  }
  return opened ? (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        cancel.mutate();
      }}
    >
      <Textarea
        label={t('whyCancel')}
        description={t('whyCancelHint')}
        required
        autosize
        minRows={3}
        maxLength={1000}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {cancel.isError && (
        <div className={styles.problem}>
          <ProblemNotice error={cancel.error} />
        </div>
      )}
      <Group gap="xs" mt="sm">
        <Button type="submit" {...actionButton} disabled={!reason.trim()} loading={cancel.isPending}>
          {t('cancelOrder')}
        </Button>
        <Button variant="subtle" onClick={() => setOpened(false)}>
          {t('keepOrder')}
        </Button>
      </Group>
    </form>
  ) : (
    <Button variant="default" fullWidth mt="md" onClick={() => setOpened(true)}>
      {t('cancelOrder')}
    </Button>
  );
}
