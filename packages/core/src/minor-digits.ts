// Apart from the parsers of money, so that whoever only writes amounts loads none.

/** Asked for every amount of a list, and dear: Intl makes a whole formatter to tell. */
const known = new Map<string, number>();

/** How many decimal digits a currency has, by ISO 4217 as Intl knows it: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const digits =
    known.get(currency) ??
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ??
    2;
  if (known.size < 1_000) known.set(currency, digits); // there are fewer; what somebody makes up stays out
  return digits;
}
