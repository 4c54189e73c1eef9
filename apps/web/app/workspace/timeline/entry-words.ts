import type { Message } from "@guildhall/i18n";
import { formatList } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { TimelineEntry } from "@guildhall/people/schemas";
import { roleName } from "../../shell/role-name.ts";
import type { Words } from "../../shell/words.ts";
import { fieldIn } from "../audit/audit-words.ts";
import type { TimelinePart } from "./timeline-data.ts";

/** Whoever acted, whose timeline it is, and the other one; their names, or marks that stand for them. */
interface Parts {
  readonly who: string;
  readonly name: string;
  readonly other: string;
}

type Sentence = Message<Parts>;
type Known = Pick<TimelinePart, "notes" | "tasks" | "messages">;

interface Telling extends Parts {
  readonly entry: TimelineEntry;
  readonly known: Known;
  readonly words: Words;
}

/** The facts whose sentence is made of names alone. */
const plain: Readonly<Record<string, Sentence>> = {
  "people.person-created": m.timeline_created,
  "people.company-created": m.timeline_created,
  "people.person-claimed": m.timeline_claimed,
  "people.member-joined": m.timeline_member_joined,
  "people.member-removed": m.timeline_member_removed,
  "people.staff-removed": m.timeline_staff_removed,
  "people.staff-invited": m.timeline_staff_invited,
  "people.join-requested": m.timeline_join_requested,
  "people.join-declined": m.timeline_join_declined,
  "mail.message-bounced": m.timeline_bounced,
  "tenancy.change-set-undone": m.timeline_undone,
  "people.identity-added": m.timeline_identity_added,
  "people.identity-removed": m.timeline_identity_removed,
  "people.person-tagged": m.timeline_tagged,
  "people.person-untagged": m.timeline_untagged,
  "people.tag-removed": m.timeline_untagged,
  "people.position-taken": m.timeline_position_taken,
  "people.position-changed": m.timeline_position_changed,
  "people.position-ended": m.timeline_position_ended,
  "people.audience-joined": m.timeline_audience_joined,
  "people.audience-filled": m.timeline_audience_joined,
  "people.audience-left": m.timeline_audience_left,
  "people.audience-emptied": m.timeline_audience_left,
  "people.people-merged": m.timeline_merged,
  "people.people-unmerged": m.timeline_unmerged,
  "people.person-unrelated": m.timeline_unrelated,
  "people.domain-added": m.timeline_domain,
  "people.domain-removed": m.timeline_domain,
  "docs.document-edited": m.timeline_wrote,
  "docs.document-commented": m.comments_line,
};

const ties: Readonly<Record<string, Sentence>> = {
  follows: m.timeline_follows,
  refers: m.timeline_refers,
  knows: m.timeline_knows,
  "reports-to": m.timeline_reports_to,
  "partner-of": m.timeline_partner_of,
};

const noteSentences: Readonly<Record<string, Sentence>> = {
  note: m.timeline_note,
  call: m.timeline_call,
  "call out": m.timeline_call_out,
  "call in": m.timeline_call_in,
  mail: m.timeline_mail,
  "mail out": m.timeline_mail_out,
  "mail in": m.timeline_mail_in,
  meeting: m.timeline_meeting,
};

/** What a line says, in one sentence. */
export function sentenceOf(telling: Telling): string {
  const { entry, words, who, name, other } = telling;
  const { t, locale } = words;
  const told = plain[entry.name];
  if (told) return told({ who, name, other }, { locale });
  const { payload } = entry;
  switch (entry.name) {
    case "people.person-updated":
    case "people.company-updated":
      return updated(telling);
    case "people.staff-joined":
      return t(m.timeline_staff_joined, { name, role: roleIn(words, payload.role) });
    case "people.role-changed":
      return t(m.timeline_role_changed, {
        who,
        name,
        from: roleIn(words, payload.from),
        to: roleIn(words, payload.to),
      });
    case "tenancy.owner-changed":
      return payload.as === "from"
        ? t(m.timeline_owner_from, { name, other })
        : t(m.timeline_owner_to, { name, other });
    case "people.people-imported":
      return payload.made === true
        ? t(m.timeline_imported, { who, name })
        : t(m.timeline_import_updated, { who, name });
    case "people.consent-changed":
      return payload.granted === true ? t(m.timeline_consent_given, { name }) : t(m.timeline_consent_taken, { name });
    case "people.person-related":
      return tie(telling);
    case "mail.message-sent":
      return sent(telling);
    default:
      return entry.name.startsWith("work.") ? work(telling) : t(m.timeline_something);
  }
}

function updated({ entry, words, who }: Telling): string {
  const { t, locale } = words;
  const fields = Array.isArray(entry.payload.fields)
    ? entry.payload.fields.filter((field) => typeof field === "string")
    : [];
  if (fields.length === 0) return t(m.timeline_updated, { who });
  const named = [...new Set(fields.map((field) => fieldIn(words, field)))];
  return t(m.timeline_updated_fields, { who, fields: formatList(named, locale) });
}

/** On either's timeline the sentence goes in the tie's own direction. */
function tie({ entry, words, who, name, other }: Telling): string {
  const sentence = ties[String(entry.payload.kind)];
  const [from, to] = entry.payload.as === "to" ? [other, name] : [name, other];
  return sentence ? sentence({ who, name: from, other: to }, { locale: words.locale }) : words.t(m.timeline_something);
}

function sent({ entry, known, words: { t }, name }: Telling): string {
  const message = known.messages[String(entry.payload.messageId)];
  return message?.channel === "sms" ? t(m.timeline_sms_sent, { name }) : t(m.timeline_mail_sent, { name });
}

function work({ entry, known, words: { t, locale }, ...parts }: Telling): string {
  const { who, name, other } = parts;
  const title = known.tasks[String(entry.payload.taskId)]?.title ?? "…";
  if (entry.name === "work.task-added") return t(m.timeline_task_added, { who, title });
  if (entry.name === "work.task-done") return t(m.timeline_task_done, { who, title });
  if (entry.name === "work.task-reopened") return t(m.timeline_task_reopened, { who, title });
  if (entry.payload.as === "mentioned") return t(m.timeline_mentioned, { who, name, other });
  const note = known.notes[String(entry.payload.noteId)];
  const kind = note?.kind ?? "note";
  const sentence = noteSentences[`${kind} ${note?.direction ?? ""}`.trim()] ?? noteSentences[kind];
  return sentence ? sentence(parts, { locale }) : t(m.timeline_note, { who });
}

function roleIn({ t }: Words, role: unknown): string {
  return t(roleName(typeof role === "string" ? role : null));
}
