import { m } from "@guildhall/i18n/messages";
import type { useWords } from "../shell/words.ts";

/** What a document is called where it is listed: its title, or that it has none yet. */
export function documentTitle(t: ReturnType<typeof useWords>["t"], { title }: { readonly title: string }): string {
  return title || t(m.docs_untitled);
}
