import type { PageOf } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Pager } from "@guildhall/ui";
import { useWords } from "./words.ts";

/** To the pages before and after this one of a list. */
export function CursorPager({ page: { previous, next } }: { readonly page: PageOf<unknown> }) {
  const { t } = useWords();
  return (
    <Pager
      label={t(m.shell_pages)}
      newer={previous === null ? undefined : { href: `?cursor=${previous}`, label: t(m.shell_newer) }}
      older={next === null ? undefined : { href: `?cursor=${next}`, label: t(m.shell_older) }}
    />
  );
}
