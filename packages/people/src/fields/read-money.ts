import { type Locale, locales, type Money, readMinorUnits } from "@guildhall/core";

/**
 * An amount as somebody wrote it. The currency is the code that stands beside it ("12.50 USD"), or the field's own; a
 * sign that is not that currency's own is not guessed at.
 */
export function readMoney(text: string, own: string | undefined): Money | "malformed" | "currency-unclear" {
  const written = text.normalize("NFKC").trim();
  const [code] = /[A-Za-z]{3}/.exec(written) ?? [];
  const named = code && /(?:^|[\s\d])[A-Za-z]{3}(?:$|[\s\d-])/.test(written) ? code.toUpperCase() : undefined;
  if (named && !isCurrency(named)) return "malformed";
  const currency = named ?? own;
  const bare = withoutSigns(named && code ? written.replace(code, "") : written, currency);
  if (!currency || /\p{Sc}/u.test(bare)) return "currency-unclear";
  const amount = readMinorUnits(bare, currency);
  return amount === undefined ? "malformed" : { amount: amount + 0, currency };
}

export function isCurrency(code: string): boolean {
  return known.has(code);
}

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Takes away how our languages sign this currency: "CN¥" and "¥" of CNY, "US$" and "$" of USD. */
function withoutSigns(text: string, currency: string | undefined): string {
  if (!currency) return text;
  const sign = signsOf(currency).find((each) => text.includes(each));
  return sign ? text.replace(sign, "") : text;
}

function signsOf(currency: string): string[] {
  const signs = locales.flatMap((locale) => [
    signOf(currency, locale, "symbol"),
    signOf(currency, locale, "narrowSymbol"),
  ]);
  return [...new Set(signs)].filter((sign) => sign !== "").sort((a, b) => b.length - a.length);
}

function signOf(currency: string, locale: Locale, currencyDisplay: "symbol" | "narrowSymbol"): string {
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay }).formatToParts(0);
  return (parts.find(({ type }) => type === "currency")?.value ?? "").normalize("NFKC");
}
