import type { PageOf } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Pager } from "@guildhall/ui";
import { useSearchParams } from "@remix-run/react";
import { useWords } from "./words.ts";

interface CursorPagerProps {
  readonly page: PageOf<unknown>;
  /** What the cursor is called in the address, where there are two lists on a page. */
  readonly name?: string;
}

/** To the pages before and after this one of a list, under the same filters. */
export function CursorPager({ page: { previous, next }, name = "cursor" }: CursorPagerProps) {
  const { t } = useWords();
  const [search] = useSearchParams();
  const to = (cursor: string) => {
    const there = new URLSearchParams(search);
    there.set(name, cursor);
    return `?${there}`;
  };
  return (
    <Pager
      label={t(m.shell_pages)}
      newer={previous === null ? undefined : { href: to(previous), label: t(m.shell_newer) }}
      older={next === null ? undefined : { href: to(next), label: t(m.shell_older) }}
    />
  );
}
