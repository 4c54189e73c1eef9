import { dateTimeFormat } from "@guildhall/i18n";

/** A moment as a clock on a wall there shows it, as a field for times takes it: 2026-11-28T14:00. */
export function onTheWall(at: Date, timeZone: string): string {
  const parts = dateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}
