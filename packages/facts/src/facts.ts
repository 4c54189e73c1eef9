import { type Id, idSchema } from "@guildhall/core";
import { z } from "zod";

const person = idSchema("person");
const tenant = idSchema("tenant");
const changeSet = idSchema("change_set");
const note = idSchema("note");
const task = idSchema("task");

/**
 * Everything that can happen, by name: what it carries, and whom it is about.
 * Payloads hold ids and small plain values, never personal data. A name once released keeps its meaning.
 */
export const facts = {
  "tenancy.tenant-created": fact("tenant", z.object({ tenantId: tenant }), (payload) => payload.tenantId),
  "tenancy.settings-changed": fact(
    "tenant",
    z.object({ tenantId: tenant, fields: z.array(z.string()) }),
    (payload) => payload.tenantId,
  ),
  "tenancy.owner-changed": fact(
    "tenant",
    z.object({ tenantId: tenant, fromPersonId: person, toPersonId: person }),
    (payload) => payload.tenantId,
  ),
  "tenancy.trial-end-neared": fact("tenant", z.object({ tenantId: tenant, days: z.int() }), (it) => it.tenantId),
  "tenancy.trial-ended": fact("tenant", z.object({ tenantId: tenant }), (payload) => payload.tenantId),
  "tenancy.closing-started": fact("tenant", z.object({ tenantId: tenant }), (payload) => payload.tenantId),
  "tenancy.closing-cancelled": fact("tenant", z.object({ tenantId: tenant }), (payload) => payload.tenantId),
  "tenancy.tenant-closed": fact("tenant", z.object({ tenantId: tenant }), (payload) => payload.tenantId),
  "tenancy.export-finished": fact(
    "tenant",
    z.object({ tenantId: tenant, personId: person }),
    (payload) => payload.tenantId,
  ),
  "tenancy.change-set-undone": fact(
    "change_set",
    z.object({ changeSetId: changeSet }),
    (payload) => payload.changeSetId,
  ),
  "auth.signed-in": fact("person", z.object({ personId: person }), (payload) => payload.personId),
  "people.person-created": fact(
    "person",
    z.object({ personId: person, changeSetId: changeSet.nullable() }),
    (payload) => payload.personId,
  ),
  "people.person-updated": fact(
    "person",
    z.object({ personId: person, fields: z.array(z.string()) }),
    (payload) => payload.personId,
  ),
  "people.staff-invited": fact(
    "invitation",
    // Whom the hall knows by that address already.
    z.object({ invitationId: idSchema("invitation"), personId: person.nullable().default(null) }),
    (payload) => payload.invitationId,
  ),
  "people.staff-joined": fact("person", z.object({ personId: person, role: z.string() }), (it) => it.personId),
  "people.staff-removed": fact("person", z.object({ personId: person }), (payload) => payload.personId),
  "people.role-changed": fact(
    "person",
    z.object({ personId: person, from: z.string(), to: z.string() }),
    (payload) => payload.personId,
  ),
  "people.join-requested": fact(
    "join_request",
    z.object({ joinRequestId: idSchema("join_request") }),
    (payload) => payload.joinRequestId,
  ),
  "people.join-declined": fact(
    "join_request",
    z.object({ joinRequestId: idSchema("join_request") }),
    (payload) => payload.joinRequestId,
  ),
  "people.member-joined": fact("person", z.object({ personId: person }), (payload) => payload.personId),
  "people.member-removed": fact("person", z.object({ personId: person }), (payload) => payload.personId),
  "people.person-claimed": fact(
    "person",
    z.object({ personId: person, by: z.enum(["email", "phone", "link"]) }),
    (payload) => payload.personId,
  ),
  "people.people-imported": fact(
    "change_set",
    z.object({ changeSetId: changeSet, count: z.int() }),
    (payload) => payload.changeSetId,
  ),
  "work.note-added": aboutNote(z.object({ noteId: note })),
  "work.note-changed": aboutNote(z.object({ noteId: note, fields: z.array(z.string()) })),
  "work.note-removed": aboutNote(z.object({ noteId: note })),
  "work.note-restored": aboutNote(z.object({ noteId: note })),
  "work.task-added": aboutTask(z.object({ taskId: task })),
  "work.task-changed": aboutTask(z.object({ taskId: task, fields: z.array(z.string()) })),
  "work.task-assigned": aboutTask(z.object({ taskId: task, personId: person })),
  "work.task-done": aboutTask(z.object({ taskId: task })),
  "work.task-reopened": aboutTask(z.object({ taskId: task })),
  "work.task-removed": aboutTask(z.object({ taskId: task })),
  "work.task-restored": aboutTask(z.object({ taskId: task })),
  "work.task-due": aboutTask(z.object({ taskId: task })),
  "files.file-stored": fact("file", z.object({ fileId: idSchema("file") }), (payload) => payload.fileId),
  "mail.message-sent": fact("message", z.object({ messageId: idSchema("message") }), (payload) => payload.messageId),
  "mail.message-bounced": fact("message", z.object({ messageId: idSchema("message") }), (payload) => payload.messageId),
} as const;

export interface Subject {
  readonly type: string;
  readonly id: Id<string>;
}

export type FactName = keyof typeof facts;
export type FactPayload<Name extends FactName> = z.output<(typeof facts)[Name]["payload"]>;
export const factNames = Object.keys(facts) as readonly FactName[];

/** Checks a payload against its name; throws a ZodError for one that does not fit. */
export function parseFact<Name extends FactName>(name: Name, payload: unknown): FactPayload<Name> {
  return facts[name].payload.parse(payload) as FactPayload<Name>;
}

/** The row that a fact is about; facts of one subject are kept in order for handlers that ask. */
export function subjectOf<Name extends FactName>(name: Name, payload: FactPayload<Name>): Subject {
  const { type, subject } = facts[name] as { type: string; subject: (payload: FactPayload<Name>) => Id<string> };
  return { type, id: subject(payload) };
}

function fact<Schema extends z.ZodType>(
  type: string,
  payload: Schema,
  subject: (payload: z.output<Schema>) => Id<string>,
) {
  return { type, payload, subject };
}

function aboutNote<Schema extends z.ZodType<{ noteId: Id<"note"> }>>(payload: Schema) {
  return fact("note", payload, ({ noteId }) => noteId);
}

function aboutTask<Schema extends z.ZodType<{ taskId: Id<"task"> }>>(payload: Schema) {
  return fact("task", payload, ({ taskId }) => taskId);
}
