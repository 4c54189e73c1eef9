import type { Message } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { MetaFunction } from "@remix-run/react";
import type { RootData } from "./root-data.ts";
import { wordsIn } from "./words.ts";

/** What the browser's tab and history say: the page, and where it is, the hall or the house. */
export function pageTitle(message: Message<Record<never, never>>): MetaFunction {
  return ({ matches }) => {
    const data = (id: string): unknown => matches.find((match) => match.id === id)?.data;
    const root = data("root") as RootData | undefined;
    const { t } = wordsIn(root?.locale ?? "en");
    const hall = hallIn(data("workspace/workspace")) ?? hallIn(data("portal/portal"));
    return [{ title: `${t(message)} · ${hall ?? t(m.shell_name)}` }];
  };
}

function hallIn(data: unknown): string | null {
  const hall = data as { tenant?: { name?: string } } | undefined;
  return hall?.tenant?.name ?? null;
}
