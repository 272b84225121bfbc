import { useTranslation } from 'react-i18next';
import { digitsOf } from '@/features/quoting/figures/decimal';
import { priceText } from '@/features/quoting/figures/price-text';
import { unitName } from '@/features/quoting/figures/unit-name';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import { type Column, Table } from '@/ui/table';
import type { Order } from './order-queries';
import styles from './order-lines.module.css';

type Row = Order['lines'][number] & { id: string };

/** What is made, at which price, and what it comes to. */
export function OrderLines({ order }: { order: Order }) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const digits = digitsOf(order.total);
  const columns: Column<Row>[] = [
    {
      key: 'line',
      head: t('line'),
      wrap: true,
      cell: (row) => (
        <span className={styles.line}>
          <span className={styles.position}>{row.position}</span>
          <span>
            {row.description}
            <span className={styles.soft}>
              {[row.sku, row.hsCode && t('hsCode', { code: row.hsCode }), row.specification]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </span>
      ),
    },
    {
      key: 'quantity',
      head: t('quantity'),
      align: 'end',
      cell: (row) => `${format.number(row.quantity)} ${unitName(t, row.unitCode, Number(row.quantity))}`,
    },
    {
      key: 'lead',
      head: t('leadTime'),
      align: 'end',
      cell: (row) => (row.leadTimeDays === null ? '–' : t('days', { count: row.leadTimeDays })),
    },
    {
      key: 'price',
      head: t('measure_unit'),
      align: 'end',
      cell: (row) => (
        <>
          {format.money(priceText(row.unitPrice, digits), order.currency)}
          {row.priceBaseQuantity !== '1' && ` / ${format.number(row.priceBaseQuantity)}`}
          {row.priceBreakFrom && (
            <span className={styles.soft}>
              {t('breakFrom', { quantity: format.number(row.priceBreakFrom) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'amount',
      head: t('amount'),
      align: 'end',
      phone: 'second',
      cell: (row) => format.money(row.amount, order.currency),
    },
  ];
  return (
    <Panel title={t('linesCount', { count: order.lines.length })} padded={false}>
      <Table
        label={t('lines')}
        columns={columns}
        rows={order.lines.map((line) => ({ ...line, id: String(line.position) }))}
      />
      <dl className={styles.sums} data-figures>
        <div className={styles.total}>
          <dt>{t('total')}</dt>
          <dd>{format.money(order.total, order.currency)}</dd>
        </div>
        {Number(order.advancePercent) > 0 && (
          <div>
            <dt>{t('advanceDue', { percent: format.percent(Number(order.advancePercent) / 100) })}</dt>
            <dd>{format.money(order.advance, order.currency)}</dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}
