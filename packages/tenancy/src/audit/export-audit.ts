import { forbidden, maxPageSize } from "@guildhall/core";
import type { Database, Scope } from "@guildhall/db";
import { type AuditFilter, type AuditFormat, exportAuditInput } from "./audit-filter.ts";
import { csvLine } from "./csv-line.ts";
import { type AuditEntry, listAudit } from "./list-audit.ts";
import { recordChange } from "./record-change.ts";

/**
 * The history as far as a filter says, newest first, as text that is read out bit by bit: a page of it in memory at a
 * time, each in a short transaction of its own, however slowly it is taken. That it was taken out stands in the history.
 */
export async function exportAudit(
  database: Database,
  scope: Scope,
  input: unknown,
): Promise<{ format: AuditFormat; text: AsyncGenerator<string> }> {
  const { format, ...filter } = exportAuditInput.parse(input);
  if (!scope.actor.can("audit.view")) throw forbidden();
  await database.withTenant(scope, (ctx) =>
    recordChange(ctx, {
      action: "audit.exported",
      subjectType: "tenant",
      subjectId: ctx.tenant.id,
      before: null,
      after: { format, ...filter },
    }),
  );
  return { format, text: writers[format](pagesOf(database, scope, filter)) };
}

async function* pagesOf(database: Database, scope: Scope, filter: AuditFilter): AsyncGenerator<readonly AuditEntry[]> {
  let cursor: string | null = null;
  do {
    const asked: { page: { size: number; cursor: string | null } } = { page: { size: maxPageSize, cursor } };
    const page = await database.withTenant(scope, (ctx) => listAudit(ctx, { ...asked, filter }), { readOnly: true });
    yield page.rows;
    cursor = page.next;
  } while (cursor !== null);
}

const columns = ["at", "actor", "actor_kind", "action", "subject_type", "subject_id", "about", "before", "after"];

const writers = {
  async *csv(pages: AsyncGenerator<readonly AuditEntry[]>) {
    yield `\ufeff${csvLine(columns)}`; // by the mark at its beginning, spreadsheets know that it is UTF-8
    for await (const rows of pages) yield rows.map((entry) => csvLine(Object.values(asRecord(entry)))).join("");
  },
  async *jsonl(pages: AsyncGenerator<readonly AuditEntry[]>) {
    for await (const rows of pages) yield rows.map((entry) => `${JSON.stringify(asObject(entry))}\n`).join("");
  },
} satisfies Record<AuditFormat, (pages: AsyncGenerator<readonly AuditEntry[]>) => AsyncGenerator<string>>;

function asObject({
  at,
  actorName,
  actorKind,
  action,
  subjectType,
  subjectId,
  subjectName,
  before,
  after,
}: AuditEntry) {
  return {
    at: at.toISOString(),
    actor: actorName,
    actor_kind: actorKind,
    action,
    subject_type: subjectType,
    subject_id: subjectId,
    about: subjectName,
    before,
    after,
  };
}

function asRecord(entry: AuditEntry): Record<string, string> {
  const { before, after, actor, about, ...plain } = asObject(entry);
  const image = (value: unknown) => (value === null ? "" : JSON.stringify(value));
  return {
    at: plain.at,
    actor: actor ?? "",
    actor_kind: plain.actor_kind,
    action: plain.action,
    subject_type: plain.subject_type,
    subject_id: plain.subject_id,
    about: about ?? "",
    before: image(before),
    after: image(after),
  };
}
