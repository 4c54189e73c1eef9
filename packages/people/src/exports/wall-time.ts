const dayMs = 86_400_000;

/**
 * What clocks in a time zone show at an instant, "2026-03-02T17:00:00". Asked for every row of a file, so the distance
 * from UTC is worked out once a day (of UTC), and each time only on the days on which the zone changes it.
 */
export function wallTime(timeZone: string): (instant: Date) => string {
  const known = new Map<number, number | null>();
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
  const distanceOfDay = (day: number) => {
    const distance = distanceAt(day * dayMs);
    return distance === distanceAt((day + 1) * dayMs - 1) ? distance : null;
  };
  return (instant) => {
    const at = instant.getTime();
    const day = Math.floor(at / dayMs);
    let distance = known.get(day);
    if (distance === undefined) {
      if (known.size > 100_000) known.clear();
      distance = distanceOfDay(day);
      known.set(day, distance);
    }
    return new Date(at + (distance ?? distanceAt(at))).toISOString().slice(0, 19);
  };
}
