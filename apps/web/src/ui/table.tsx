import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './table.module.css';

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end. */
  align?: 'start' | 'end';
  /** Its place on a phone: the first line, its end, a line below with its head, or none. */
  phone?: 'main' | 'second' | 'rest' | 'gone';
  width?: number | string;
  wrap?: boolean;
}

/** Rows in 36 pixels, on a phone as cards. With `link` the whole row leads there; its name is the main column's. */
export function Table<Row extends { id: string }>(props: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  link?: (row: Row) => { to: LinkProps['to']; params: Record<string, string> };
}) {
  const { label, columns, rows, link } = props;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="mantine-visually-hidden" style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
          {label}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width }}
                className={column.align === 'end' ? styles.end : undefined}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={styles.row}>
              {columns.map((column, index) => {
                const place = column.phone ?? (index === 0 ? 'main' : 'rest');
                const target = index === 0 && link ? link(row) : null;
                return (
                  <td
                    key={column.key}
                    data-label={column.head}
                    className={[
                      column.align === 'end' ? styles.end : '',
                      column.wrap ? '' : styles.nowrap,
                      styles[place],
                    ].join(' ')}
                  >
                    {target ? (
                      <Link to={target.to} params={target.params as never} className={styles.rowLink}>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** For buttons inside a row that leads somewhere. */
export function AboveRow({ children }: { children: ReactNode }) {
  return <span className={styles.above}>{children}</span>;
}
