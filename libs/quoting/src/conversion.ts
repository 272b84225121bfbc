import { convertMinor, type EuroRates } from '#platform';

/** Converts minor units of any of the rates' currencies into one currency, half to even. */
export function converterTo(currency: string, rates: EuroRates): (minor: bigint, from: string) => bigint {
  const perEuro = (of: string): string => {
    const rate = rates.get(of);
    if (rate === undefined) {
      throw new RangeError(`No rate was asked for ${of}`);
    }
    return rate;
  };
  return (minor, from) =>
    from === currency
      ? minor
      : convertMinor(
          minor,
          { currency: from, perEuro: perEuro(from) },
          { currency, perEuro: perEuro(currency) },
        );
}
