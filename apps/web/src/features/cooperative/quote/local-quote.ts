/** What someone types about one line: texts as they were typed, whatever they are worth. */
export interface TypedLine {
  quantity: string;
  unitPrice: string;
  priceBaseQuantity: string;
  leadTimeDays: string;
  minimumQuantity: string;
  capacityPerMonth: string;
  note: string;
  priceBreaks: TypedBreak[];
  leftOut: boolean;
  /** What filled it in, until someone looks at it. */
  filledFrom: string | null;
}

export interface TypedBreak {
  fromQuantity: string;
  unitPrice: string;
}

/** Why the server did not take a quote. */
export interface Refusal {
  code: string;
  detail: string;
  /** By line, with the field of the api's pointer. */
  fields: { lineId: string | null; field: string; detail: string }[];
}

/** A quote as it is written on this device, before and beside the server's. */
export interface LocalQuote {
  requestId: string;
  title: string;
  retailer: string;
  deadline: string;
  requestRevision: number;
  currency: string;
  validUntil: string;
  terms: string;
  lines: Record<string, TypedLine>;
  /** Of the server's quote that this is written upon; null before there is one. */
  version: number | null;
  /** Counts what was changed here. */
  changes: number;
  /** How many of these changes the server has. */
  savedChanges: number;
  /** Lines that were not complete when the server was last told: they are here alone. */
  heldBack: number;
  /** Sending was asked for, and is tried until it is answered. */
  wantsSending: boolean;
  refusal: Refusal | null;
}

export function emptyLine(quantity: string): TypedLine {
  return {
    quantity,
    unitPrice: '',
    priceBaseQuantity: '1',
    leadTimeDays: '',
    minimumQuantity: '',
    capacityPerMonth: '',
    note: '',
    priceBreaks: [],
    leftOut: false,
    filledFrom: null,
  };
}
