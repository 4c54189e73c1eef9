import { m } from "@guildhall/i18n/messages";
import { useWords } from "../../shell/words.ts";

interface Span {
  readonly since: string | null;
  readonly until: string | null;
}

/** "2019–2022", "since 2019", "until 2022"; nothing where neither is known. */
export function useYears(): (span: Span) => string {
  const { t } = useWords();
  return ({ since, until }) => {
    const [from, to] = [since?.slice(0, 4), until?.slice(0, 4)];
    if (from && to) return from === to ? from : `${from}–${to}`;
    if (from) return t(m.companies_since_year, { year: from });
    return to ? t(m.companies_until_year, { year: to }) : "";
  };
}
