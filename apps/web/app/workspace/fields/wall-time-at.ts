/** What a clock in this zone showed at a moment, as a time field has it: 2026-03-02T17:00. */
export function wallTimeAt(moment: string, zone: string): string {
  const shape = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const parts = new Intl.DateTimeFormat("en-GB", { ...shape, hourCycle: "h23", timeZone: zone }).formatToParts(
    new Date(moment),
  );
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "00";
  return `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}
