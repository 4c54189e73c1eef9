import { goneOn } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Time } from "@guildhall/ui";
import type { ReactNode } from "react";
import { useWords } from "../shell/words.ts";

interface RemovedListProps {
  readonly label: string;
  readonly zone: string;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly removedAt: Date;
    readonly deed: ReactNode;
  }[];
}

/** What lies in the trash, since when, and the way out of it. */
export function RemovedList({ label, zone, items }: RemovedListProps) {
  const { t, locale } = useWords();
  return (
    <ul aria-label={label} className="divide-y rounded-r2 border bg-surface">
      {items.map(({ id, name, removedAt, deed }) => (
        <li key={id} className="flex min-h-control-l flex-wrap items-center gap-x-s3 gap-y-s1 px-s3 py-s2">
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <span className="text-s text-ink-3">
            {t(m.docs_removed_on)} <Time value={removedAt} locale={locale} zone={zone} /> · {t(m.docs_gone_on)}{" "}
            <Time value={goneOn(removedAt)} locale={locale} zone={zone} />
          </span>
          {deed}
        </li>
      ))}
    </ul>
  );
}
