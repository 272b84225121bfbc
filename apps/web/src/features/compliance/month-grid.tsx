import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { today, weeksOf } from './days';
import styles from './expiries.module.css';
import type { ExpiryRow } from './expiry-columns';

/** What has room in a day; the list below the month has them all. */
const mostADay = 3;

/** A month by its weeks, each certificate on its last day. */
export function MonthGrid({ month, rows }: { month: string; rows: readonly ExpiryRow[] }) {
  const { t } = useTranslation('compliance');
  const format = useFormat();
  const weeks = weeksOf(month);
  const ofDay = new Map<string, ExpiryRow[]>();
  for (const row of rows) {
    ofDay.set(row.validUntil, [...(ofDay.get(row.validUntil) ?? []), row]);
  }
  const weekdays = new Intl.DateTimeFormat(format.locale, { weekday: 'short', timeZone: 'UTC' });
  const now = today();
  return (
    <table className={styles.grid}>
      <caption className="mantine-visually-hidden" style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
        {t('calendar')}
      </caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, index) => (
            // 5 January 1970 was a Monday.
            <th key={index} scope="col">
              {weekdays.format(new Date(Date.UTC(1970, 0, 5 + index)))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, at) => (
              <td
                key={day ?? `outside ${at}`}
                className={day === null ? styles.outside : day === now ? styles.today : undefined}
              >
                {day && (
                  <>
                    <time dateTime={day} className={styles.date} data-figures>
                      {format.number(Number(day.slice(8)))}
                    </time>
                    {(ofDay.get(day) ?? []).slice(0, mostADay).map((row) => (
                      <Link
                        key={row.id}
                        to="/compliance/certificates/$certificateId"
                        params={{ certificateId: row.id }}
                        className={`${styles.entry} ${row.daysLeft < 0 ? styles.over : ''}`}
                        title={`${row.cooperative.name} · ${row.scheme.name}`}
                      >
                        {row.cooperative.name}
                      </Link>
                    ))}
                    {(ofDay.get(day)?.length ?? 0) > mostADay && (
                      <span className={styles.more}>
                        {t('moreThatDay', { count: (ofDay.get(day)?.length ?? 0) - mostADay })}
                      </span>
                    )}
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
