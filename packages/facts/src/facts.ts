import { type Id, idSchema } from "@guildhall/core";
import { z } from "zod";

const person = idSchema("person");
const tenant = idSchema("tenant");
const changeSet = idSchema("change_set");
const note = idSchema("note");
const task = idSchema("task");
const space = idSchema("space");
const document = idSchema("document");
const version = idSchema("document_version");
const grant = idSchema("document_grant");
const thread = idSchema("document_thread");
const saying = z.object({ documentId: document, threadId: thread, commentId: idSchema("document_comment") });
const concluding = z.object({ documentId: document, threadId: thread, personId: person.nullable() });
const identity = idSchema("person_identity");
const identityKind = z.enum(["email", "phone", "handle", "external"]);
const tag = idSchema("tag");
const tie = z.object({
  personId: person,
  kind: z.enum(["follows", "refers", "knows", "reports-to", "partner-of"]),
  toPersonId: person,
});
const field = idSchema("field");
const company = idSchema("company");
const audience = idSchema("audience");
const position = z.object({ affiliationId: idSchema("affiliation"), personId: person, companyId: company });
const place = z.object({ audienceId: audience, personId: person });

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
  "people.identity-added": fact(
    "person",
    z.object({ personId: person, identityId: identity, kind: identityKind, source: z.string() }),
    (payload) => payload.personId,
  ),
  "people.identity-removed": fact(
    "person",
    z.object({ personId: person, kind: identityKind }),
    (payload) => payload.personId,
  ),
  "people.person-tagged": fact("person", z.object({ personId: person, tagIds: z.array(tag) }), (it) => it.personId),
  "people.person-untagged": fact("person", z.object({ personId: person, tagIds: z.array(tag) }), (it) => it.personId),
  "people.person-related": fact("person", tie, (payload) => payload.personId),
  "people.person-unrelated": fact("person", tie, (payload) => payload.personId),
  "people.consent-changed": fact(
    "person",
    z.object({ personId: person, identityId: identity, purpose: z.string(), granted: z.boolean() }),
    (payload) => payload.personId,
  ),
  "people.person-erased": fact("person", z.object({ personId: person }), (payload) => payload.personId),
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
  "people.join-withdrawn": fact(
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
  "people.people-merged": fact("person", z.object({ keptId: person, mergedId: person }), (payload) => payload.keptId),
  "people.people-unmerged": fact("person", z.object({ keptId: person, mergedId: person }), (payload) => payload.keptId),
  "people.people-imported": fact(
    "change_set",
    z.object({ changeSetId: changeSet, count: z.int() }),
    (payload) => payload.changeSetId,
  ),
  "people.people-edited": fact(
    "change_set",
    z.object({ changeSetId: changeSet, count: z.int() }),
    (payload) => payload.changeSetId,
  ),
  "people.companies-edited": fact(
    "change_set",
    z.object({ changeSetId: changeSet, count: z.int() }),
    (payload) => payload.changeSetId,
  ),
  "docs.space-created": aboutSpace(z.object({ spaceId: space })),
  "docs.space-changed": aboutSpace(z.object({ spaceId: space })),
  "docs.space-removed": aboutSpace(z.object({ spaceId: space })),
  "docs.space-restored": aboutSpace(z.object({ spaceId: space })),
  "docs.space-purged": aboutSpace(z.object({ spaceId: space })),
  "docs.space-shared": aboutSpace(z.object({ spaceId: space, grantId: grant })),
  "docs.space-access-changed": aboutSpace(z.object({ spaceId: space })),
  "docs.document-created": aboutDocument(z.object({ documentId: document })),
  "docs.document-edited": aboutDocument(z.object({ documentId: document, personId: person })),
  "docs.document-commented": aboutDocument(z.object({ documentId: document, personId: person })),
  "docs.person-mentioned": aboutDocument(
    z.object({ documentId: document, personId: person, byPersonId: person.nullable() }),
  ),
  "docs.comment-added": aboutDocument(saying.extend({ personId: person.nullable() })),
  "docs.comment-changed": aboutDocument(saying),
  "docs.comment-removed": aboutDocument(saying),
  "docs.comment-restored": aboutDocument(saying),
  "docs.comment-reacted": aboutDocument(saying),
  "docs.thread-resolved": aboutDocument(concluding),
  "docs.thread-reopened": aboutDocument(concluding),
  "docs.document-titled": aboutDocument(z.object({ documentId: document })),
  "docs.document-moved": aboutDocument(z.object({ documentId: document })),
  "docs.document-removed": aboutDocument(z.object({ documentId: document })),
  "docs.document-restored": aboutDocument(z.object({ documentId: document })),
  "docs.document-purged": aboutDocument(z.object({ documentId: document })),
  "docs.document-shared": aboutDocument(z.object({ documentId: document, grantId: grant })),
  "docs.document-access-changed": aboutDocument(z.object({ documentId: document })),
  "docs.version-named": aboutDocument(z.object({ documentId: document, versionId: version })),
  "docs.version-changed": aboutDocument(z.object({ documentId: document, versionId: version })),
  "docs.text-restored": aboutDocument(z.object({ documentId: document })),
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
  "people.field-defined": fact("field", z.object({ fieldId: field }), (payload) => payload.fieldId),
  "people.field-changed": fact(
    "field",
    z.object({ fieldId: field, fields: z.array(z.string()) }),
    (payload) => payload.fieldId,
  ),
  "people.field-archived": fact("field", z.object({ fieldId: field }), (payload) => payload.fieldId),
  "people.company-created": fact(
    "company",
    z.object({ companyId: company, changeSetId: changeSet.nullable() }),
    (payload) => payload.companyId,
  ),
  "people.company-updated": fact(
    "company",
    z.object({ companyId: company, fields: z.array(z.string()) }),
    (payload) => payload.companyId,
  ),
  "people.company-deleted": fact(
    "change_set",
    z.object({ changeSetId: changeSet, companyId: company }),
    (payload) => payload.changeSetId,
  ),
  "people.domain-added": fact(
    "company",
    z.object({ companyId: company, changeSetId: changeSet, count: z.int() }),
    (payload) => payload.companyId,
  ),
  "people.domain-removed": fact(
    "company",
    z.object({ companyId: company, changeSetId: changeSet, count: z.int() }),
    (payload) => payload.companyId,
  ),
  "people.position-taken": fact("person", position, (payload) => payload.personId),
  "people.position-changed": fact("person", position, (payload) => payload.personId),
  "people.position-ended": fact("person", position, (payload) => payload.personId),
  "people.audience-created": fact("audience", z.object({ audienceId: audience }), (payload) => payload.audienceId),
  "people.audience-renamed": fact("audience", z.object({ audienceId: audience }), (payload) => payload.audienceId),
  "people.audience-deleted": fact(
    "change_set",
    z.object({ changeSetId: changeSet, audienceId: audience }),
    (payload) => payload.changeSetId,
  ),
  "people.audience-joined": fact("person", place, (payload) => payload.personId),
  "people.audience-left": fact("person", place, (payload) => payload.personId),
  "people.audience-filled": fact(
    "change_set",
    z.object({ changeSetId: changeSet, audienceId: audience, count: z.int() }),
    (payload) => payload.changeSetId,
  ),
  "people.audience-emptied": fact(
    "change_set",
    z.object({ changeSetId: changeSet, audienceId: audience, count: z.int() }),
    (payload) => payload.changeSetId,
  ),
  "people.view-changed": fact("saved_view", z.object({ viewId: idSchema("saved_view") }), (it) => it.viewId),
  "people.tag-changed": fact("tag", z.object({ tagId: tag }), (payload) => payload.tagId),
  "people.tag-removed": fact(
    "change_set",
    z.object({ changeSetId: changeSet, tagId: tag, count: z.int() }),
    (payload) => payload.changeSetId,
  ),
  "people.import-finished": fact(
    "import_run",
    z.object({ importRunId: idSchema("import_run"), personId: person, outcome: z.enum(["done", "failed"]) }),
    (payload) => payload.importRunId,
  ),
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

function aboutSpace<Schema extends z.ZodType<{ spaceId: Id<"space"> }>>(payload: Schema) {
  return fact("space", payload, ({ spaceId }) => spaceId);
}

function aboutDocument<Schema extends z.ZodType<{ documentId: Id<"document"> }>>(payload: Schema) {
  return fact("document", payload, ({ documentId }) => documentId);
}
