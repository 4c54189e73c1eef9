import { formatDate } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { MergedRecord } from "@guildhall/people";
import { Notice, TextLink, VisuallyHidden } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";

interface MergedNoticeProps {
  readonly personId: string;
  readonly merged: readonly MergedRecord[];
  readonly mayPart: boolean;
}

/** Which records are a part of this one, and the way to part them again. */
export function MergedNotice({ personId, merged, mayPart }: MergedNoticeProps) {
  const { t, locale } = useWords();
  const { slug, timeZone } = useHall();
  if (merged.length === 0) return null;
  return (
    <Notice title={t(m.merge_notice, { count: merged.length })}>
      <ul className="grid gap-s1">
        {merged.map(({ personId: id, fullName, mergedAt }) => (
          <li key={id} className="flex flex-wrap gap-x-s3">
            <span>
              {t(m.merge_notice_item, { name: fullName, day: formatDate(new Date(mergedAt), { locale, timeZone }) })}
            </span>
            {mayPart && (
              <TextLink href={`/w/${slug}/people/${personId}/merged/${id}`}>
                <span aria-hidden="true">{t(m.merge_part)}</span>
                <VisuallyHidden>{t(m.merge_part_named, { name: fullName })}</VisuallyHidden>
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
