/** Units of a currency for 1 EUR on a day, with where the figure is from. */
export interface RateFacts {
  day: string;
  source: string;
  perEuro: Readonly<Record<string, string>>;
}

const ecb = 'ECB euro foreign exchange reference rates';
const byHand = 'Entered by hand for demonstration';

/** Figures of the European Central Bank as published for these days, and what it does not publish as rough figures entered by hand. */
export const rateFacts: readonly RateFacts[] = [
  {
    day: '2024-12-31',
    source: ecb,
    perEuro: {
      USD: '1.0389',
      GBP: '0.82918',
      JPY: '163.06',
      AUD: '1.6772',
      CAD: '1.4948',
      SEK: '11.459',
      INR: '88.9335',
      IDR: '16820.88',
      PHP: '60.301',
      THB: '35.676',
      MXN: '21.5504',
      TRY: '36.7372',
    },
  },
  {
    day: '2025-06-30',
    source: ecb,
    perEuro: {
      USD: '1.172',
      GBP: '0.8555',
      JPY: '169.17',
      AUD: '1.7948',
      CAD: '1.6027',
      SEK: '11.1465',
      INR: '100.5605',
      IDR: '19021.03',
      PHP: '66.161',
      THB: '38.125',
      MXN: '22.0899',
      TRY: '46.5682',
    },
  },
  {
    day: '2025-12-31',
    source: ecb,
    perEuro: {
      USD: '1.175',
      GBP: '0.8726',
      JPY: '184.09',
      AUD: '1.7581',
      CAD: '1.6088',
      SEK: '10.8215',
      INR: '105.5965',
      IDR: '19640.83',
      PHP: '69.266',
      THB: '37.218',
      MXN: '21.118',
      TRY: '50.4838',
    },
  },
  {
    day: '2026-02-27',
    source: ecb,
    perEuro: {
      USD: '1.1805',
      GBP: '0.8763',
      JPY: '184.13',
      AUD: '1.6612',
      CAD: '1.6139',
      SEK: '10.6643',
      INR: '107.5205',
      IDR: '19833.7',
      PHP: '68.095',
      THB: '36.696',
      MXN: '20.3189',
      TRY: '51.8946',
    },
  },
  {
    day: '2026-04-13',
    source: ecb,
    perEuro: {
      USD: '1.1684',
      GBP: '0.87058',
      JPY: '186.75',
      AUD: '1.661',
      CAD: '1.6177',
      SEK: '10.892',
      INR: '109.047',
      IDR: '20082.05',
      PHP: '70.356',
      THB: '37.728',
      MXN: '20.3203',
      TRY: '52.2478',
    },
  },
  {
    day: '2024-12-31',
    source: byHand,
    perEuro: {
      BDT: '124',
      BOB: '7.2',
      ETB: '130',
      GHS: '15.3',
      GTQ: '8',
      HNL: '26.4',
      KES: '134.5',
      KHR: '4180',
      LKR: '304',
      MAD: '10.5',
      NPR: '142.3',
      PEN: '3.9',
      PKR: '289',
      RWF: '1440',
      TZS: '2520',
      UGX: '3810',
      VND: '26480',
      XOF: '655.957',
    },
  },
  {
    day: '2026-04-13',
    source: byHand,
    perEuro: {
      BDT: '143',
      BOB: '8.07',
      ETB: '182',
      GHS: '12.9',
      GTQ: '8.96',
      HNL: '31',
      KES: '151.2',
      KHR: '4690',
      LKR: '365',
      MAD: '10.8',
      NPR: '174.5',
      PEN: '4.03',
      PKR: '328',
      RWF: '1702',
      TZS: '3010',
      UGX: '4210',
      VND: '30750',
      XOF: '655.957',
    },
  },
];

/** Units of a currency for 1 EUR by the newest figure here: what the plan estimates by. */
export function roughlyPerEuro(currency: string): number {
  if (currency === 'EUR') {
    return 1;
  }
  const known = [...rateFacts]
    .sort((left, right) => left.day.localeCompare(right.day))
    .findLast((facts) => facts.perEuro[currency] !== undefined)?.perEuro[currency];
  if (known === undefined) {
    throw new Error(`There is no rate for ${currency} in the catalogue`);
  }
  return Number(known);
}
