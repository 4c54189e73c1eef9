import { m } from "@guildhall/i18n/messages";
import type { TimelineKind } from "@guildhall/people/schemas";
import type { ChipTone, IconName } from "@guildhall/ui";
import type { callOutcomes, NoteKind, reminders } from "@guildhall/work/schemas";

type Plain = typeof m.work_kind_note;

export const noteWords: Readonly<Record<NoteKind | "task", Plain>> = {
  note: m.work_kind_note,
  call: m.work_kind_call,
  mail: m.work_kind_mail,
  meeting: m.work_kind_meeting,
  task: m.work_kind_task,
};

export const outcomeWords: Readonly<Record<(typeof callOutcomes)[number], { said: Plain; tone: ChipTone }>> = {
  reached: { said: m.work_outcome_reached, tone: "jade" },
  "no-answer": { said: m.work_outcome_no_answer, tone: "neutral" },
  "message-left": { said: m.work_outcome_message_left, tone: "neutral" },
  "call-back": { said: m.work_outcome_call_back, tone: "ochre" },
};

export const reminderWords: Readonly<Record<(typeof reminders)[number], Plain>> = {
  0: m.work_remind_0,
  15: m.work_remind_15,
  60: m.work_remind_60,
  1440: m.work_remind_1440,
  10080: m.work_remind_10080,
};

/** The kinds of which something can be there now. */
export const shownKinds: readonly { readonly kind: TimelineKind; readonly said: Plain }[] = [
  { kind: "notes", said: m.timeline_kind_notes },
  { kind: "tasks", said: m.timeline_kind_tasks },
  { kind: "messages", said: m.timeline_kind_messages },
  { kind: "relationships", said: m.timeline_kind_relationships },
  { kind: "membership", said: m.timeline_kind_membership },
  { kind: "record", said: m.timeline_kind_record },
  { kind: "imports", said: m.timeline_kind_imports },
  { kind: "documents", said: m.timeline_kind_documents },
];

export const kindIcons: Readonly<Record<TimelineKind, IconName>> = {
  notes: "talk",
  tasks: "check",
  messages: "mail",
  relationships: "link",
  membership: "door",
  record: "edit",
  imports: "upload",
  events: "calendar",
  orders: "wallet",
  posts: "talk",
  documents: "document",
};
