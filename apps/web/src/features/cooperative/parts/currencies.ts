/** Of the countries that cooperatives and their buyers are in. */
const codes =
  'EUR USD GBP KES UGX TZS RWF ETB GHS XOF XAF NGN ZAR MAD TND EGP JOD TRY INR BDT NPR PKR LKR AFN UZS KGS IDR PHP VND THB LAK KHR MMK CNY JPY AUD CAD CHF DKK NOK SEK MXN GTQ HNL NIO PEN BOB COP CLP BRL ARS MGA MZN MWK ZMW HTG';

/** Currencies to choose from by name; the likeliest first. */
export function currencyOptions(
  locale: string,
  first: readonly string[],
): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const label = (code: string): string => `${code} · ${names.of(code) ?? code}`;
  const likely = [...new Set(first)];
  const others = codes
    .split(' ')
    .filter((code) => !likely.includes(code))
    .sort();
  return [...likely, ...others].map((code) => ({ value: code, label: label(code) }));
}
