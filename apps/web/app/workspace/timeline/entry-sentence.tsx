import { isUuid } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import type { TimelineEntry } from "@guildhall/people/schemas";
import { TextLink } from "@guildhall/ui";
import type { ReactNode } from "react";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { sentenceOf } from "./entry-words.ts";
import type { TimelinePart } from "./timeline-data.ts";

// Marks that stand for names in a sentence until it is taken apart; nobody types them.
const marks = { who: "\ue000", name: "\ue001", other: "\ue002" } as const;
const anyMark = /([\ue000-\ue002])/;

const places = { person: "people", company: "companies", document: "docs" } as const;

interface EntrySentenceProps {
  readonly entry: TimelineEntry;
  readonly part: TimelinePart;
  /** The records that this timeline is of: they need no link to themselves. */
  readonly subjects: readonly string[];
}

/** One sentence with the names of those who are in it, each leading to their record. */
export function EntrySentence({ entry, part, subjects }: EntrySentenceProps): ReactNode {
  const words = useWords();
  const hall = useHall();
  const { t } = words;
  const ids = { who: entry.actorPersonId, name: entry.subject.id, other: otherOf(entry) };
  const nameOf = (role: keyof typeof marks): ReactNode => {
    const id = ids[role];
    const named = id ? part.names[id] : undefined;
    if (id && id === entry.payload.documentId && !named) return t(m.timeline_a_document);
    if (!id || !named) return role === "who" && !id ? t(m.timeline_house) : t(m.timeline_somebody);
    if (subjects.includes(id)) return <b className="font-semibold">{named.name}</b>;
    return <TextLink href={`/w/${hall.slug}/${places[named.type]}/${id}`}>{named.name}</TextLink>;
  };
  const roles: Readonly<Record<string, keyof typeof marks>> = { "\ue000": "who", "\ue001": "name", "\ue002": "other" };
  return sentenceOf({ entry, known: part, words, ...marks })
    .split(anyMark)
    .map((piece, at) => {
      const role = roles[piece];
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change their order
      return <span key={at}>{role ? nameOf(role) : piece}</span>;
    });
}

/** The one beside whose timeline it is. */
function otherOf({ subject, actorPersonId, payload }: TimelineEntry): string | null {
  const named = ["documentId", "toPersonId", "fromPersonId", "companyId", "keptId", "mergedId", "personId", "subjectId"]
    .map((key) => payload[key])
    .find((id): id is string => typeof id === "string" && isUuid(id) && id !== subject.id);
  return named ?? actorPersonId;
}
