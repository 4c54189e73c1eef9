// Apart from the parsers of money, so that whoever only writes amounts loads none.

/** How many decimal digits a currency has, by ISO 4217 as Intl knows it: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
