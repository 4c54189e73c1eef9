import { dateTimeFormat } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { useWords } from "./words.ts";

/** A day by that clock: today, yesterday, and then by its date. */
export function useDays(today: Date, timeZone: string): (at: Date) => string {
  const { t, locale } = useWords();
  const written = dateTimeFormat(locale, { timeZone, weekday: "long", year: "numeric", month: "long", day: "numeric" });
  const now = new Date(today);
  const [first, second] = [written.format(now), written.format(new Date(now.getTime() - 24 * 3_600_000))];
  return (at) => {
    const day = written.format(at);
    if (day === first) return t(m.timeline_today);
    return day === second ? t(m.timeline_yesterday) : day;
  };
}
