import { formatDate } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { RecordPosition } from "@guildhall/people/schemas";
import { TextLink } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

/** Where somebody works, and where they did. */
export function PersonCompany({ positions }: { readonly positions: readonly RecordPosition[] }) {
  const { t, locale } = useWords();
  const { slug } = useHall();
  if (positions.length === 0) return null;
  const day = (text: string) => formatDate(new Date(`${text}T00:00:00Z`), { locale, timeZone: "UTC" });
  return (
    <ul className="grid gap-s2">
      {positions.map(({ id, companyId, companyName, title, since, until }) => (
        <li key={id} className={until ? "text-s text-ink-2" : ""}>
          <TextLink href={`/w/${slug}/companies/${companyId}`}>{companyName}</TextLink>
          <span className="block text-s text-ink-2">
            {[
              title,
              until
                ? t(m.record_positions_past, { day: day(until) })
                : since && t(m.record_positions_since, { day: day(since) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
