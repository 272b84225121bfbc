import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import { type Column, Table } from '@/ui/table';
import { digitsOf } from '../figures/decimal';
import { priceText } from '../figures/price-text';
import { unitName } from '../figures/unit-name';
import type { AwardShare } from './award-shares';
import styles from './award-sheet.module.css';

type Row = AwardShare['allocations'][number] & { id: string };

/** What one cooperative is given. */
export function AwardSheet({ share }: { share: AwardShare }) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const digits = digitsOf(share.total);
  const columns: Column<Row>[] = [
    {
      key: 'line',
      head: t('line'),
      cell: (row) => (
        <span className={styles.line}>
          <span className={styles.position}>{row.position}</span>
          <span>
            {row.description} {row.sku && <span className={styles.sku}>{row.sku}</span>}
          </span>
        </span>
      ),
      wrap: true,
    },
    {
      key: 'given',
      head: t('given'),
      align: 'end',
      cell: (row) =>
        row.quantity === row.asked
          ? `${format.number(row.quantity)} ${unitName(t, row.unitCode, Number(row.quantity))}`
          : t('partOf', { part: format.number(row.quantity), whole: format.number(row.asked) }),
    },
    {
      key: 'price',
      head: t('measure_unit'),
      align: 'end',
      cell: (row) => (
        <>
          {format.money(priceText(row.unitPrice, digits), row.currency)}
          {row.priceBaseQuantity !== '1' && ` / ${format.number(row.priceBaseQuantity)}`}
          {row.priceBreakFrom && (
            <span className={styles.soft}>
              {' '}
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
      cell: (row) => format.money(row.amount, row.currency),
    },
  ];
  return (
    <Panel
      title={share.cooperative}
      padded={false}
      actions={
        <span className={styles.total} data-figures>
          <span className={styles.soft}>{share.quoteReference}</span>{' '}
          {format.money(share.total, share.currency)}
        </span>
      }
    >
      <Table
        label={share.cooperative}
        columns={columns}
        rows={share.allocations.map((one) => ({ ...one, id: one.requestLineId }))}
      />
    </Panel>
  );
}
