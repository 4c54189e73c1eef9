interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * A day as our two languages and every machine write it: 2026-03-02, 2026/3/2, 2026年3月2日, Mar 2, 2026, 2 March 2026.
 * What could be two days (3/4/2026) is none.
 */
export function readDay(text: string): string | null {
  const found = byYear(text) ?? byMonthName(text);
  if (!found) return null;
  const { year, month, day } = found;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return exists ? date.toISOString().slice(0, 10) : null;
}

function byYear(text: string): Day | null {
  const [, year, month, day] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text) ?? [];
  return year ? { year: Number(year), month: Number(month), day: Number(day) } : null;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function byMonthName(text: string): Day | null {
  const [, first, before] = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+\d{4}$/i.exec(text) ?? [];
  const [, after, second] = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+\d{4}$/i.exec(text) ?? [];
  const month = months.indexOf((first ?? second ?? "").slice(0, 3).toLowerCase()) + 1;
  return month > 0 ? { year: Number(text.slice(-4)), month, day: Number(before ?? after) } : null;
}

/**
 * A moment: a day with a time of the day in some place, or the moment itself as machines write it. `local` is what the
 * clock on the wall shows.
 */
export function readMoment(text: string): { readonly instant: string } | { readonly local: string } | null {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return { instant: text };
  const [, written = "", half = "", hours = "", minutes = "", seconds = "00", later = ""] =
    /^(.*?\d{4}.*?)(?:T|[,\s]+)(上午|下午|晚上|中午)?\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?\s*(am|pm)?$/i.exec(
      text,
    ) ?? [];
  const day = readDay(written.trim().replace(/,$/, ""));
  if (!day) return null;
  const hour = on24(Number(hours), half, later.toLowerCase());
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return { local: `${day}T${String(hour).padStart(2, "0")}:${minutes}:${seconds}` };
}

function on24(hour: number, half: string, later: string): number {
  if (half === "" && later === "") return hour;
  if (hour > 12) return half === "" ? 24 : hour;
  if (later === "am" || half === "上午") return hour % 12;
  return (hour % 12) + 12;
}
