import { Button, Checkbox, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '@/ui/filter-select';
import { ListTools } from '@/ui/list';
import { SearchBox } from '@/ui/search-box';
import type { Comparison } from './compared';
import {
  type ColumnOrder,
  type ComparisonSearch,
  type Measure,
  measures,
  shownAtFirst,
} from './comparison-search';
import styles from './comparison-tools.module.css';

/** Which lines, in which order which cooperatives, and what the cells say. All of it is in the address. */
export function ComparisonTools(props: {
  comparison: Comparison;
  search: ComparisonSearch;
  phone?: boolean;
}) {
  const { t } = useTranslation('trade');
  const navigate = useNavigate({ from: '/buyer/requests/$requestId/quotes' });
  const { comparison, search, phone = false } = props;
  const shown: readonly Measure[] = search.show ?? shownAtFirst;
  const change = (part: Partial<Record<keyof ComparisonSearch, unknown>>): void =>
    void navigate({
      search: (before) => ({ ...before, ...part }) as ComparisonSearch,
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <ListTools>
        <SearchBox
          label={t('searchLines')}
          value={search.search}
          onChange={(value) => change({ search: value })}
        />
        <FilterSelect<ColumnOrder>
          label={t('order')}
          all={t('order_coverage')}
          value={search.sort}
          options={[
            { value: 'total', label: t('order_total') },
            { value: 'name', label: t('order_name') },
          ]}
          onChange={(value) => change({ sort: value })}
        />
        <Checkbox
          label={t('awardableOnly')}
          checked={search.awardable ?? false}
          onChange={(event) => change({ awardable: event.currentTarget.checked || undefined })}
        />
        <Button
          component="a"
          href={`/v1/buyer/requests/${comparison.requestId}/comparison.xlsx`}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          className={styles.download}
        >
          {t('downloadSheet')}
        </Button>
      </ListTools>
      {!phone && (
        <Group component="fieldset" className={styles.measures} gap={6} mb="sm">
          <legend className={styles.legend}>{t('show')}</legend>
          {measures
            .filter((one) => one !== 'certificates' || comparison.requiredSchemes.length > 0)
            .map((one) => (
              <label key={one} className={styles.measure}>
                <input
                  type="checkbox"
                  checked={shown.includes(one)}
                  onChange={(event) => {
                    const kept = shown.filter((other) => other !== one);
                    change({
                      show: event.currentTarget.checked
                        ? measures.filter((other) => other === one || kept.includes(other))
                        : kept,
                    });
                  }}
                />
                {t(`measure_${one}`)}
              </label>
            ))}
        </Group>
      )}
    </>
  );
}
