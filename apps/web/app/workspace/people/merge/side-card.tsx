import { formatDate } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { MergeSide } from "@guildhall/people/schemas";
import { Avatar, Chip, TextLink } from "@guildhall/ui";
import type { ReactNode } from "react";
import { useWords } from "../../../shell/words.ts";
import { pictureAt } from "../../picture-address.ts";
import { useHall } from "../../use-hall.ts";

interface SideCardProps {
  readonly side: MergeSide;
  /** What becomes of it. */
  readonly word: string;
  readonly stays?: boolean;
  readonly children?: ReactNode;
}

/** One of the two records: whose, known since when, and how they are reached. */
export function SideCard({ side, word, stays = false, children }: SideCardProps) {
  const { t, locale } = useWords();
  const { slug, timeZone } = useHall();
  const day = formatDate(new Date(side.createdAt), { locale, timeZone });
  return (
    <article className="grid content-start gap-s3 rounded-r3 border bg-surface p-s4">
      <div className="flex items-start gap-s3">
        <Avatar id={side.id} name={side.fullName} image={pictureAt(slug, side.avatarFileId)} />
        <div className="min-w-0 flex-1">
          <TextLink href={`/w/${slug}/people/${side.id}`}>{side.fullName}</TextLink>
          <p className="text-s text-ink-2">{t(m.merge_known_since, { day })}</p>
        </div>
        <Chip tone={stays ? "jade" : "neutral"}>{word}</Chip>
      </div>
      {side.identities.length > 0 && (
        <ul className="tabular grid gap-s1 text-s">
          {side.identities.map(({ kind, value }) => (
            <li key={`${kind}${value}`} className="wrap-anywhere">
              {value}
            </li>
          ))}
        </ul>
      )}
      {children && <div>{children}</div>}
    </article>
  );
}
