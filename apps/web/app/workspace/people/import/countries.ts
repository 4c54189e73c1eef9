import type { Locale } from "@guildhall/core";
import { listCountries } from "@guildhall/people";

/** The countries whose numbers are known, by their names in this language; made on the server, whose names both use. */
export function countriesIn(locale: Locale): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  const order = new Intl.Collator(locale);
  return listCountries()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((left, right) => order.compare(left.name, right.name));
}
