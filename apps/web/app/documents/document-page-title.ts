import { m } from "@guildhall/i18n/messages";
import type { MetaFunction } from "@remix-run/react";
import type { RootData } from "../shell/root-data.ts";
import { wordsIn } from "../shell/words.ts";
import { documentTitle } from "./document-title.ts";

/** What the browser's tab and history say of a document: its own title, and in which hall it stands. */
export const documentPageTitle: MetaFunction = ({ data, matches }) => {
  const root = matches.find(({ id }) => id === "root")?.data as RootData | undefined;
  const { t } = wordsIn(root?.locale ?? "en");
  const title = titleIn(data);
  const hall = matches.map(({ data: each }) => hallIn(each)).find(Boolean);
  return [
    { title: `${title === null ? t(m.docs_document) : documentTitle(t, { title })} · ${hall ?? t(m.shell_name)}` },
  ];
};

function titleIn(data: unknown): string | null {
  const page = data as { document?: { title?: string } } | undefined;
  return page?.document?.title ?? null;
}

function hallIn(data: unknown): string | null {
  const hall = data as { tenant?: { name?: string } } | undefined;
  return hall?.tenant?.name ?? null;
}
