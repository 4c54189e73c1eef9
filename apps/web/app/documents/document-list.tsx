import type { DocumentLine } from "@guildhall/docs/schemas";
import { Icon, Time } from "@guildhall/ui";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "../shell/words.ts";
import { documentTitle } from "./document-title.ts";

interface DocumentListProps {
  readonly label: string;
  readonly documents: readonly DocumentLine[];
  /** Where they are read: "/w/yuanshan/docs". */
  readonly base: string;
  readonly zone: string;
  /** What each address ends with: the key of the link that led here. */
  readonly search?: string | undefined;
  /** What can be done with each. */
  readonly deed?: ((document: DocumentLine) => ReactNode) | undefined;
}

/** Documents one under the other, each a whole line to press on. */
export function DocumentList({ label, documents, base, zone, search = "", deed }: DocumentListProps) {
  const { t, locale } = useWords();
  return (
    <ul aria-label={label} className="divide-y rounded-r2 border bg-surface">
      {documents.map((document) => (
        <li key={document.id} className="flex items-center gap-s2 px-s3 hover:bg-sunk">
          <Link
            to={`${base}/${document.id}${search}`}
            prefetch="intent"
            className="flex min-h-control-l min-w-0 flex-1 items-center gap-s3 py-s2 text-ink no-underline"
          >
            <span aria-hidden="true" className="grid size-icon flex-none place-items-center text-ink-3">
              {document.icon ?? <Icon name="document" />}
            </span>
            <span className={`min-w-0 flex-1 truncate ${document.title ? "" : "text-ink-3"}`}>
              {documentTitle(t, document)}
            </span>
          </Link>
          <span className="flex-none text-s text-ink-3">
            <Time value={document.editedAt} locale={locale} zone={zone} />
          </span>
          {deed?.(document)}
        </li>
      ))}
    </ul>
  );
}
