import type { PageOf } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Pager } from "@guildhall/ui";
import { useSearchParams } from "@remix-run/react";
import { useWords } from "./words.ts";

/** To the pages before and after this one of a list, under the same filters. */
export function CursorPager({ page: { previous, next } }: { readonly page: PageOf<unknown> }) {
  const { t } = useWords();
  const [search] = useSearchParams();
  const to = (cursor: string) => {
    const there = new URLSearchParams(search);
    there.set("cursor", cursor);
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
