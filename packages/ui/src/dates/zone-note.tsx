import { m } from "@guildhall/i18n/messages";
import { useEffect, useState } from "react";
import { Time } from "../text/time.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { wallTime } from "./wall-time.ts";
import { zoneName } from "./zone-name.ts";

/** Under a time in a zone: what it is here, for somebody who is elsewhere; and what clocks do to it. */
export function ZoneNote({ value, zone }: { readonly value: string; readonly zone: string }) {
  const { t, locale } = useKitWords();
  const here = useHere();
  const wall = wallTime(value, zone);
  if (wall.kind === "none") return null;
  return (
    <p role="status" className="text-s text-ink-2">
      {wall.kind === "skipped" && (
        <span className="text-ochre">
          {t(m.ui_time_skipped, { zone: zoneName(zone), time: wall.shown.slice(11) })}{" "}
        </span>
      )}
      {wall.kind === "twice" && <span className="text-ochre">{t(m.ui_time_twice, { zone: zoneName(zone) })} </span>}
      <Time value={wall.moment} locale={locale} zone={zone} show="zoned" />
      {here && here !== zone && (
        <>
          {" · "}
          {t(m.ui_time_here)} <Time value={wall.moment} locale={locale} zone={here} show="zoned" />
        </>
      )}
    </p>
  );
}

/** The zone of this device; not on the server, which stands nowhere. */
function useHere(): string | undefined {
  const [here, setHere] = useState<string>();
  useEffect(() => setHere(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return here;
}
