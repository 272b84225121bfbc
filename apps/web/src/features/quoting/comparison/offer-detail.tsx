import '@mantine/core/styles/Drawer.css';
import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComparedLine, ComparedQuote, Comparison } from './compared';
import { OfferFacts } from './offer-facts';
import { QuoteFacts } from './quote-facts';

/** All of what one cooperative offers on a line, or of its quote, beside the matrix. */
export function OfferDetail(props: {
  comparison: Comparison;
  opened: { quote: ComparedQuote; line: ComparedLine | null } | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('trade');
  const { comparison, opened, onClose } = props;
  const line = opened?.line ?? null;
  const offer = line?.offers.find((one) => one.quoteId === opened?.quote.quoteId);
  return (
    <Drawer
      opened={opened !== null}
      onClose={onClose}
      position="right"
      size={440}
      title={<strong>{opened?.quote.name}</strong>}
      closeButtonProps={{ 'aria-label': t('closeDetail') }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      transitionProps={{ duration: 140 }}
    >
      {opened && (
        <>
          {line && (
            <OfferFacts line={line} offer={offer} quote={opened.quote} currency={comparison.currency} />
          )}
          <QuoteFacts quote={opened.quote} comparison={comparison} />
        </>
      )}
    </Drawer>
  );
}
