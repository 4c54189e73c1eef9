import type { DocumentLine } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { useWords } from "../../shell/words.ts";
import { DocumentList } from "../document-list.tsx";

interface MentionedInProps {
  readonly documents: readonly DocumentLine[];
  readonly base: string;
  readonly zone: string;
  readonly search?: string;
}

/** The documents that name what the page is about; nothing where none does. */
export function MentionedIn({ documents, base, zone, search = "" }: MentionedInProps) {
  const { t } = useWords();
  if (documents.length === 0) return null;
  const shown = documents.slice(0, 20);
  return (
    <section className="grid gap-s3 print:hidden">
      <h2 className="text-s text-ink-2">{t(m.docs_files_mentioned_in)}</h2>
      <DocumentList label={t(m.docs_files_mentioned_in)} documents={shown} base={base} zone={zone} search={search} />
      {documents.length > shown.length && <p className="text-s text-ink-3">{t(m.docs_files_mentioned_more)}</p>}
    </section>
  );
}
