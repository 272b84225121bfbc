import type { Schemas } from '@/api/client';
import type { RequestView } from '../request/use-request';

type Draft = Schemas['RequestDraft'];
export type Incoterm = Draft['incoterm'];

export const incoterms = [
  'EXW',
  'FCA',
  'FAS',
  'FOB',
  'CFR',
  'CIF',
  'CPT',
  'CIP',
  'DAP',
  'DPU',
  'DDP',
] as const satisfies readonly Incoterm[];

/** In which buyers compare. */
export const currencies = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'CAD',
  'AUD',
  'NZD',
  'JPY',
  'SGD',
  'HKD',
  'AED',
  'ZAR',
  'INR',
  'KES',
] as const;

/** The terms of a draft as its form holds them: what is typed is text. */
export interface Terms {
  title: string;
  description: string;
  currency: string;
  deadline: string | null;
  deliverBy: string;
  incoterm: Incoterm;
  incotermPlace: string;
  name: string;
  street: string;
  city: string;
  postalCode: string;
  country: string;
  paymentDays: string;
  advancePercent: string;
  sealed: boolean;
  partialWelcome: boolean;
  splitWelcome: boolean;
  moreThanAsked: boolean;
  schemeIds: readonly string[];
}

export function termsOf(view: RequestView): Terms {
  return {
    title: view.title,
    description: view.description ?? '',
    currency: view.currency,
    deadline: view.deadline ?? null,
    deliverBy: view.deliverBy ?? '',
    incoterm: view.incoterm,
    incotermPlace: view.incotermPlace,
    name: view.delivery.name,
    street: view.delivery.street ?? '',
    city: view.delivery.city ?? '',
    postalCode: view.delivery.postalCode ?? '',
    country: view.delivery.country,
    paymentDays: String(view.paymentDays),
    advancePercent: view.advancePercent ?? '0',
    sealed: view.sealed,
    partialWelcome: view.partialWelcome,
    splitWelcome: view.splitWelcome,
    moreThanAsked: view.moreThanAsked,
    schemeIds: view.requirements.map((one) => one.schemeId),
  };
}

export function draftOf(terms: Terms): Draft {
  const orNull = (text: string): string | null => text.trim() || null;
  return {
    title: terms.title.trim(),
    ...(terms.description.trim() && { description: terms.description.trim() }),
    currency: terms.currency,
    deadline: terms.deadline,
    deliverBy: orNull(terms.deliverBy),
    incoterm: terms.incoterm,
    incotermPlace: terms.incotermPlace.trim(),
    delivery: {
      name: terms.name.trim(),
      street: orNull(terms.street),
      city: orNull(terms.city),
      postalCode: orNull(terms.postalCode),
      country: terms.country,
    },
    paymentDays: Number(terms.paymentDays || 0),
    advancePercent: terms.advancePercent.trim().replace(',', '.') || '0',
    sealed: terms.sealed,
    partialWelcome: terms.partialWelcome,
    splitWelcome: terms.splitWelcome,
    moreThanAsked: terms.moreThanAsked,
  };
}

export type TermsFault = 'missing' | 'days' | 'percent' | 'half';

/** What cannot be saved as it is typed, by field. */
export function faultsOf(terms: Terms): Partial<Record<keyof Terms, TermsFault>> {
  const faults: Partial<Record<keyof Terms, TermsFault>> = {};
  for (const field of ['title', 'incotermPlace', 'name', 'country'] as const) {
    if (terms[field].trim() === '') {
      faults[field] = 'missing';
    }
  }
  if (!/^\d{0,3}$/.test(terms.paymentDays.trim()) || Number(terms.paymentDays) > 365) {
    faults.paymentDays = 'days';
  }
  const percent = terms.advancePercent.trim().replace(',', '.') || '0';
  if (!/^(0|[1-9]\d?)(\.\d{1,2})?$/.test(percent)) {
    faults.advancePercent = 'percent';
  } else if (Number(percent) > 50) {
    faults.advancePercent = 'half';
  }
  return faults;
}

export function sameTerms(left: Terms, right: Terms): boolean {
  return (
    JSON.stringify(draftOf(left)) === JSON.stringify(draftOf(right)) &&
    left.schemeIds.length === right.schemeIds.length &&
    left.schemeIds.every((id) => right.schemeIds.includes(id))
  );
}
