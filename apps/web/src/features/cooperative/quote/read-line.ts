import type { Schemas } from '@/api/client';
import { amountOf, comparedQuantity, isLess } from './amounts';
import type { TypedLine } from './local-quote';
import { typedDecimal, typedWhole } from './typed-number';

/** Keys of the catalogue that say what is wrong. */
export type LineFault =
  | 'faultMissing'
  | 'faultNumber'
  | 'faultDays'
  | 'faultZero'
  | 'faultPartial'
  | 'faultMinimum'
  | 'faultBreakOrder'
  | 'faultBreakMinimum'
  | 'faultBreakQuantity'
  | 'faultBreakDearer';

export interface LineReading {
  /** `empty` is not quoted yet, `unfinished` and `wrong` need a hand, `ready` can be sent. */
  state: 'empty' | 'left_out' | 'unfinished' | 'wrong' | 'ready';
  /** By field, such as `unitPrice` or `priceBreaks/0/fromQuantity`. */
  faults: Record<string, LineFault>;
  input: Schemas['QuoteLineInput'] | null;
  /** For what is asked or offered, in minor units; as soon as quantity and price are there. */
  amount: bigint | null;
}

interface Asked {
  id: string;
  quantity: string;
}

/** What a typed line is worth, by the rules that the api holds it to. */
export function readLine(
  asked: Asked,
  typed: TypedLine,
  currency: string,
  partialWelcome: boolean,
): LineReading {
  const nothing = { faults: {}, input: null, amount: null };
  if (typed.leftOut) {
    return { state: 'left_out', ...nothing };
  }
  if (typed.unitPrice.trim() === '') {
    return { state: 'empty', ...nothing };
  }
  const faults: Record<string, LineFault> = {};
  const decimal = (field: string, text: string, places: number, optional = false): string | null => {
    if (text.trim() === '') {
      if (!optional) {
        faults[field] = 'faultMissing';
      }
      return null;
    }
    const value = typedDecimal(text, places);
    if (value === null) {
      faults[field] = 'faultNumber';
    } else if (value === '0' && !optional) {
      faults[field] = 'faultZero';
    }
    return value === '0' && !optional ? null : value;
  };
  const quantity = decimal('quantity', typed.quantity, 3);
  const unitPrice = decimal('unitPrice', typed.unitPrice, 6);
  const minimumQuantity = decimal('minimumQuantity', typed.minimumQuantity, 3, true) ?? '0';
  const capacity = decimal('capacityPerMonth', typed.capacityPerMonth, 3, true);
  const leadTimeDays = typedWhole(typed.leadTimeDays, 1000);
  if (leadTimeDays === null) {
    faults.leadTimeDays = typed.leadTimeDays.trim() === '' ? 'faultMissing' : 'faultDays';
  }
  if (quantity !== null && !partialWelcome && isLess(quantity, asked.quantity)) {
    faults.quantity = 'faultPartial';
  }
  if (quantity !== null && isLess(quantity, minimumQuantity)) {
    faults.minimumQuantity = 'faultMinimum';
  }
  const priceBreaks = readBreaks(typed, { quantity, unitPrice, minimumQuantity }, faults, decimal);
  const priced = quantity !== null && unitPrice !== null;
  const line = priced ? { unitPrice, priceBaseQuantity: typed.priceBaseQuantity, priceBreaks } : null;
  const amount =
    line && quantity !== null ? amountOf(line, comparedQuantity(asked.quantity, quantity), currency) : null;
  const found = Object.values(faults);
  if (!line || quantity === null || leadTimeDays === null || found.length > 0) {
    return {
      state: found.every((fault) => fault === 'faultMissing') ? 'unfinished' : 'wrong',
      faults,
      input: null,
      amount,
    };
  }
  return {
    state: 'ready',
    faults,
    amount,
    input: {
      requestLineId: asked.id,
      quantity,
      minimumQuantity,
      leadTimeDays,
      capacityPerMonth: capacity === '0' ? null : capacity,
      note: typed.note.trim() || null,
      ...line,
    },
  };
}

function readBreaks(
  typed: TypedLine,
  line: { quantity: string | null; unitPrice: string | null; minimumQuantity: string },
  faults: Record<string, LineFault>,
  decimal: (field: string, text: string, places: number) => string | null,
): { fromQuantity: string; unitPrice: string }[] {
  const breaks: { fromQuantity: string; unitPrice: string }[] = [];
  typed.priceBreaks.forEach((step, index) => {
    // A row that was only opened says nothing.
    if (step.fromQuantity.trim() === '' && step.unitPrice.trim() === '') {
      return;
    }
    const at = `priceBreaks/${index}`;
    const fromQuantity = decimal(`${at}/fromQuantity`, step.fromQuantity, 3);
    const unitPrice = decimal(`${at}/unitPrice`, step.unitPrice, 6);
    if (fromQuantity === null || unitPrice === null) {
      return;
    }
    const former = breaks.at(-1);
    if (former && !isLess(former.fromQuantity, fromQuantity)) {
      faults[`${at}/fromQuantity`] = 'faultBreakOrder';
    } else if (!isLess(line.minimumQuantity, fromQuantity)) {
      faults[`${at}/fromQuantity`] = 'faultBreakMinimum';
    } else if (line.quantity !== null && isLess(line.quantity, fromQuantity)) {
      faults[`${at}/fromQuantity`] = 'faultBreakQuantity';
    }
    const before = former?.unitPrice ?? line.unitPrice;
    if (before !== null && isLess(before, unitPrice)) {
      faults[`${at}/unitPrice`] = 'faultBreakDearer';
    }
    breaks.push({ fromQuantity, unitPrice });
  });
  return breaks;
}
