import { m } from "@guildhall/i18n/messages";
import { Time } from "@guildhall/ui";
import { z } from "zod";
import { useWords } from "../../shell/words.ts";
import { actionWords } from "../audit/audit-words.ts";
import { useHall } from "../use-hall.ts";

interface LatelyProps {
  readonly entries: readonly {
    readonly id: string;
    readonly at: Date;
    readonly actorName: string | null;
    readonly action: string;
    readonly after: unknown;
  }[];
}

const named = z.object({ fullName: z.string() });

/** What happened last, a line each: what, to whom, by whom, when. */
export function Lately({ entries }: LatelyProps) {
  const { t, locale } = useWords();
  const hall = useHall();
  return (
    <ol aria-label={t(m.signup_home_lately)} className="grid max-w-letter">
      {entries.map((entry) => {
        const say = actionWords[entry.action];
        const whom = named.safeParse(entry.after).data?.fullName;
        return (
          <li
            key={entry.id}
            className="flex flex-wrap items-baseline justify-between gap-x-s4 border-t py-s2 first:border-t-0 first:pt-0"
          >
            <span className="min-w-0 break-words">
              {say ? t(say) : entry.action} {whom && <span className="font-medium">{whom}</span>}
              <span className="text-ink-2"> · {entry.actorName ?? t(m.audit_system)}</span>
            </span>
            <span className="text-s text-ink-3">
              <Time value={entry.at} locale={locale} zone={hall.timeZone} show="moment" />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
