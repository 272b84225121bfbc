import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/page';
import type { ComparedLine, ComparedQuote, Comparison } from './compared';
import { linesFound } from './compared';
import { columnsOf, type ComparisonSearch, shownAtFirst } from './comparison-search';
import { ComparisonGrid } from './comparison-grid';
import { ComparisonTools } from './comparison-tools';
import { OfferDetail } from './offer-detail';
import { RatesNote } from './rates-note';

/** The matrix with its tools; what is opened is read beside it. */
export function ComparedSideBySide({
  comparison,
  search,
}: {
  comparison: Comparison;
  search: ComparisonSearch;
}) {
  const { t } = useTranslation('trade');
  const [opened, setOpened] = useState<{ quote: ComparedQuote; line: ComparedLine | null } | null>(null);
  const open = useCallback(
    (quote: ComparedQuote, line: ComparedLine | null) => setOpened({ quote, line }),
    [],
  );
  // Typing answers at once; the matrix follows.
  const { sort, awardable, search: sought, show = shownAtFirst } = useDeferredValue(search);
  const lines = useMemo(() => linesFound(comparison.lines, sought), [comparison.lines, sought]);
  const quotes = useMemo(
    () => columnsOf(comparison.cooperatives, { ...(sort && { sort }), ...(awardable && { awardable }) }),
    [comparison.cooperatives, sort, awardable],
  );
  return (
    <>
      <ComparisonTools comparison={comparison} search={search} />
      <Panel padded={false}>
        {lines.length === 0 || quotes.length === 0 ? (
          <Empty drawing="loom" title={quotes.length === 0 ? t('noneAwardable') : t('noLineFound')}>
            {quotes.length === 0 ? t('noneAwardableHint') : t('noLineFoundHint')}
          </Empty>
        ) : (
          <ComparisonGrid comparison={comparison} lines={lines} quotes={quotes} shown={show} onOpen={open} />
        )}
      </Panel>
      <RatesNote comparison={comparison} />
      <OfferDetail comparison={comparison} opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}
