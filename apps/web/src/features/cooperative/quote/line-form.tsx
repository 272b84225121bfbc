import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { actionButton } from '@/ui/link-button';
import { Money } from '@/ui/figures';
import { Panel } from '@/ui/page';
import { ActionBar } from '../parts/action-bar';
import { Fields } from '../parts/fields';
import { useUnits } from '../parts/quantity';
import { amountText, comparedQuantity, priceText } from './amounts';
import { FilledHint } from './filled-hint';
import { LineMore } from './line-more';
import { emptyLine } from './local-quote';
import styles from './quote.module.css';
import { typedDecimal } from './typed-number';
import type { QuoteAtHand } from './use-quote';
import { useFaultWords } from './use-fault-words';

/** One line at a time: how many, for how much, how soon; and what it comes to. */
export function LineForm({ quote, index }: { quote: QuoteAtHand; index: number }) {
  const { t } = useTranslation(['cooperative', 'shared']);
  const format = useFormat();
  const { unit, quantity } = useUnits();
  const navigate = useNavigate();
  const at = quote.reading.lines[index];
  const faultAt = useFaultWords(quote, at?.asked.id ?? '');
  if (!at) {
    return null;
  }
  const { asked, reading } = at;
  const { local, request, open } = quote;
  const typed = local.lines[asked.id] ?? emptyLine(asked.quantity);
  const set = (part: Partial<typeof typed>): void => quote.changeLine(asked.id, part);
  const go = (position: number | null): void => {
    // Whoever goes on has looked at it.
    if (typed.filledFrom !== null && open) {
      set({ filledFrom: null });
    }
    void navigate({
      to: '/cooperative/requests/$requestId/quote',
      params: { requestId: request.id },
      search: position === null ? {} : { line: position },
      replace: true,
    });
  };
  const following = quote.asked[index + 1];
  const former = quote.asked[index - 1];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    go(following?.position ?? null);
  };
  const offered = typedDecimal(typed.quantity, 3);
  const price = typedDecimal(typed.unitPrice, 6);
  const numeric = { inputMode: 'decimal', autoComplete: 'off', size: 'md' } as const;
  const sum: ReactNode =
    reading.amount !== null && offered !== null && price !== null ? (
      <span className={styles.totalNote}>
        <span data-figures>
          {quantity(comparedQuantity(asked.quantity, offered), asked.unitCode)} ×{' '}
          <bdi>{format.number(priceText(price, local.currency))}</bdi>
        </span>
        <strong>
          <Money amount={amountText(reading.amount, local.currency)} currency={local.currency} />
        </strong>
      </span>
    ) : (
      <span className={styles.totalNote}>
        <span>{t('amountNotYet')}</span>
      </span>
    );
  return (
    <form onSubmit={submit} className={styles.stack}>
      <Panel>
        <h2 className={styles.ware}>{asked.description}</h2>
        {asked.specification && <p className={styles.quiet}>{asked.specification}</p>}
        <p className={styles.askedFor}>
          {t('theyAskFor', { quantity: quantity(asked.quantity, asked.unitCode) })}
          {asked.neededBy && ` · ${t('neededBy', { day: format.day(asked.neededBy) })}`}
        </p>
      </Panel>
      {typed.leftOut ? (
        <Panel>
          <p className={styles.quiet}>{t('leftOutWords')}</p>
          {open && (
            <Button variant="light" size="md" mih={44} mt="sm" onClick={() => set({ leftOut: false })}>
              {t('quoteAfterAll')}
            </Button>
          )}
        </Panel>
      ) : (
        <Panel>
          <Fields locked={!open}>
            <FilledHint quote={quote} index={index} typed={typed} onFill={set} />
            <TextInput
              {...numeric}
              label={t('quantityField')}
              rightSection={<span className={styles.unit}>{unit(asked.unitCode)}</span>}
              rightSectionWidth={96}
              value={typed.quantity}
              error={faultAt('quantity', reading)}
              onChange={(event) => set({ quantity: event.currentTarget.value })}
            />
            <TextInput
              {...numeric}
              label={
                typed.priceBaseQuantity === '1'
                  ? t('priceField')
                  : t('priceFieldMany', { quantity: quantity(typed.priceBaseQuantity, asked.unitCode) })
              }
              rightSection={<span className={styles.unit}>{local.currency}</span>}
              rightSectionWidth={64}
              data-autofocus
              value={typed.unitPrice}
              error={faultAt('unitPrice', reading)}
              onChange={(event) => set({ unitPrice: event.currentTarget.value })}
            />
            <TextInput
              {...numeric}
              inputMode="numeric"
              label={t('leadTimeField')}
              description={t('leadTimeHint')}
              rightSection={<span className={styles.unit}>{t('days')}</span>}
              rightSectionWidth={72}
              value={typed.leadTimeDays}
              error={faultAt('leadTimeDays', reading)}
              onChange={(event) => set({ leadTimeDays: event.currentTarget.value })}
            />
            <LineMore
              quote={quote}
              asked={asked}
              typed={typed}
              reading={reading}
              faultAt={faultAt}
              onChange={set}
            />
            {open && request.partialWelcome && (
              <Button variant="subtle" color="gray" size="md" mih={44} onClick={() => set({ leftOut: true })}>
                {t('leaveOut')}
              </Button>
            )}
          </Fields>
        </Panel>
      )}
      <ActionBar note={typed.leftOut ? undefined : sum}>
        <Button variant="default" size="md" onClick={() => go(former?.position ?? null)}>
          {t('back', { ns: 'shared' })}
        </Button>
        <Button type="submit" size="md" {...actionButton}>
          {following ? t('nextLine') : t('allLines')}
        </Button>
      </ActionBar>
    </form>
  );
}
