import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ComparisonTools } from './comparison-tools';
import type { Comparison } from './compared';
import { columnsOf, type ComparisonSearch } from './comparison-search';
import { CooperativeCard } from './cooperative-card';
import { CooperativeOffers } from './cooperative-offers';
import { RatesNote } from './rates-note';
import styles from './cards.module.css';

/** On a phone there is no room for a matrix: cooperative by cooperative. */
export function ComparisonCards({
  comparison,
  search,
}: {
  comparison: Comparison;
  search: ComparisonSearch;
}) {
  const navigate = useNavigate({ from: '/buyer/requests/$requestId/quotes' });
  const quotes = useMemo(() => columnsOf(comparison.cooperatives, search), [comparison.cooperatives, search]);
  const at = quotes.findIndex((quote) => quote.quoteId === search.quote);
  const read = quotes[at];
  const open = (quoteId: string | undefined): void =>
    void navigate({
      search: ({ quote: _former, ...rest }) => ({ ...rest, ...(quoteId && { quote: quoteId }) }),
      resetScroll: false,
    });
  if (read) {
    return (
      <CooperativeOffers
        comparison={comparison}
        quote={read}
        place={{ at, of: quotes.length }}
        onBack={() => open(undefined)}
        onStep={(by) => open(quotes[(at + by + quotes.length) % quotes.length]?.quoteId)}
      />
    );
  }
  return (
    <>
      <ComparisonTools comparison={comparison} search={search} phone />
      <ul className={styles.cards}>
        {quotes.map((quote) => (
          <li key={quote.quoteId}>
            <CooperativeCard comparison={comparison} quote={quote} onOpen={() => open(quote.quoteId)} />
          </li>
        ))}
      </ul>
      <RatesNote comparison={comparison} />
    </>
  );
}
