const hourMs = 3_600_000;

/**
 * What clocks in a time zone show at an instant, "2026-03-02T17:00:00". Asked for every row of a file, so an hour's
 * distance from UTC is worked out once: zones change theirs at quarters of an hour at the earliest.
 */
export function wallTime(timeZone: string): (instant: Date) => string {
  const known = new Map<number, number>();
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const distanceAt = (instant: number) => {
    const part = new Map(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
    const wall = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
    return wall - Math.floor(instant / 1_000) * 1_000;
  };
  return (instant) => {
    const at = instant.getTime();
    const quarter = Math.floor(at / (hourMs / 4));
    let distance = known.get(quarter);
    if (distance === undefined) {
      if (known.size > 10_000) known.clear();
      distance = distanceAt(at);
      known.set(quarter, distance);
    }
    return new Date(at + distance).toISOString().slice(0, 19);
  };
}
