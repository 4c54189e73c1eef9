import type { Locale } from "@guildhall/core";
import { dateTimeFormat } from "@guildhall/i18n";

const SHAPES = {
  date: { year: "numeric", month: "short", day: "numeric" },
  day: { weekday: "short", month: "short", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  moment: { year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" },
  zoned: {
    weekday: "short",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

type TimeProps = {
  /** A moment: a Date, or ISO 8601 with an offset. */
  readonly value: Date | string;
  readonly locale: Locale;
  /** IANA, such as Asia/Shanghai: the tenant's or the event's, never the machine's. */
  readonly zone: string;
  readonly show?: keyof typeof SHAPES | undefined;
};

/** A moment in words, with the machine's form beside it. */
export function Time({ value, locale, zone, show = "date" }: TimeProps) {
  const moment = new Date(value);
  const written = dateTimeFormat(locale, { ...SHAPES[show], timeZone: zone }).format(moment);
  return (
    <time dateTime={moment.toISOString()} className="tabular">
      {written}
    </time>
  );
}
