import type * as Y from "yjs";
import { documentJson } from "./document-json.ts";
import type { DocumentNode } from "./document-node.ts";
import { idOf } from "./safe-address.ts";

/** The ids of all that a document names, each once and in the order in which it comes. */
export interface DocumentLinks {
  readonly people: readonly string[];
  readonly companies: readonly string[];
  readonly documents: readonly string[];
  readonly files: readonly string[];
  /** Threads of comments whose words are still there. */
  readonly threads: readonly string[];
  readonly tasks: readonly string[];
}

/**
 * What a document mentions. Whoever may write in it may have written any id: what is looked up by these is looked up as
 * whoever reads.
 */
export function documentLinks(document: Y.Doc | DocumentNode): DocumentLinks {
  const found = {
    people: new Set<string>(),
    companies: new Set<string>(),
    documents: new Set<string>(),
    files: new Set<string>(),
    threads: new Set<string>(),
    tasks: new Set<string>(),
  };
  const note = (where: keyof typeof found, value: unknown) => {
    const id = idOf(value);
    if (id) found[where].add(id);
  };
  const look = ({ type, attrs = {}, marks = [], content = [] }: DocumentNode) => {
    if (type === "mention") note(mentionedAs[String(attrs.kind)] ?? "people", attrs.id);
    if (type === "image" || type === "file") note("files", attrs.fileId);
    if (type === "taskItem") {
      note("tasks", attrs.taskId);
      note("people", attrs.assigneeId);
    }
    for (const mark of marks) if (mark.type === "comment") note("threads", mark.attrs?.threadId);
    for (const child of content) look(child);
  };
  look("type" in document ? document : documentJson(document));
  return {
    people: [...found.people],
    companies: [...found.companies],
    documents: [...found.documents],
    files: [...found.files],
    threads: [...found.threads],
    tasks: [...found.tasks],
  };
}

const mentionedAs: Readonly<Record<string, "people" | "companies" | "documents">> = {
  person: "people",
  company: "companies",
  document: "documents",
};
