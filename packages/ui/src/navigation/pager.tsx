import type { ReactNode } from "react";
import { ButtonLink } from "../actions/button-link.tsx";
import { Icon } from "../marks/icon.tsx";

type Step = { readonly href: string; readonly label: string };
type PagerProps = {
  readonly label: string;
  /** Absent at either end. */
  readonly newer?: Step | undefined;
  readonly older?: Step | undefined;
  /** "398 of 5,214" */
  readonly summary?: ReactNode;
};

/** Turns the pages of a list that goes by cursor; nothing where there is but one. */
export function Pager({ label, newer, older, summary }: PagerProps) {
  if (!newer && !older && !summary) return null;
  return (
    <nav aria-label={label} className="flex min-h-row flex-wrap items-center justify-between gap-s3 py-s2">
      <span className="tabular text-xs text-ink-2">{summary}</span>
      <span className="flex gap-s2">
        {newer && (
          <ButtonLink href={newer.href} size="s" icon="chevron-left">
            {newer.label}
          </ButtonLink>
        )}
        {older && (
          <ButtonLink href={older.href} size="s">
            {older.label}
            <Icon name="chevron-right" />
          </ButtonLink>
        )}
      </span>
    </nav>
  );
}
