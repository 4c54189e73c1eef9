import type { Id, Page, PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";

export interface AuditEntry {
  readonly id: Id<"audit_entry">;
  readonly at: Date;
  readonly actorKind: "person" | "system" | "visitor";
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: Id<string>;
  readonly before: unknown;
  readonly after: unknown;
}

/** The audit log, newest first; of one subject where one is named. */
export function listAudit(
  ctx: Ctx,
  { page, subject }: { page: Page; subject?: { type: string; id: Id<string> } },
): Promise<PageOf<AuditEntry>> {
  const entries = ctx.db
    .selectFrom("audit_entry as a")
    .leftJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.actor_person_id"),
    )
    .select([
      "a.id",
      "a.at",
      "a.actor_kind as actorKind",
      "p.full_name as actorName",
      "a.action",
      "a.subject_type as subjectType",
      "a.subject_id as subjectId",
      "a.before",
      "a.after",
    ]);
  const wanted = subject
    ? entries.where("a.subject_type", "=", subject.type).where("a.subject_id", "=", subject.id)
    : entries;
  return keyset(wanted, page, { columns: ["at", "id"], direction: "desc", references: { at: "a.at", id: "a.id" } });
}
