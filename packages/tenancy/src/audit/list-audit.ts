import type { Id, Page, PageOf } from "@guildhall/core";
import { type Ctx, type DB, keyset } from "@guildhall/db";
import { type SelectQueryBuilder, sql } from "kysely";
import type { AuditFilter } from "./audit-filter.ts";

export interface AuditEntry {
  readonly id: Id<"audit_entry">;
  readonly at: Date;
  readonly actorKind: "person" | "system" | "visitor";
  readonly actorPersonId: Id<"person"> | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: Id<string>;
  /** What the subject is called, where it has a name. */
  readonly subjectName: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** What it was a part of, which can be taken back as one. */
  readonly changeSetId: Id<"change_set"> | null;
}

interface Asked {
  readonly page: Page;
  readonly subject?: { type: string; id: Id<string> };
  readonly filter?: Partial<AuditFilter>;
}

/** The audit log, newest first; of one subject where one is named, or as far as a filter says. */
export function listAudit(ctx: Ctx, { page, subject, filter = {} }: Asked): Promise<PageOf<AuditEntry>> {
  const entries = ctx.db
    .selectFrom("audit_entry as a")
    .leftJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.actor_person_id"),
    )
    .select([
      "a.id",
      "a.at",
      "a.actor_kind as actorKind",
      "a.actor_person_id as actorPersonId",
      "p.full_name as actorName",
      "a.action",
      "a.subject_type as subjectType",
      "a.subject_id as subjectId",
      "a.before",
      "a.after",
      "a.change_set_id as changeSetId",
    ])
    .select((from) => [
      from
        .selectFrom("person as s")
        .select("s.full_name")
        .whereRef("s.tenant_id", "=", "a.tenant_id")
        .whereRef("s.id", "=", "a.person_id")
        .as("subjectName"),
    ]);
  const wanted = subject
    ? entries.where("a.subject_type", "=", subject.type).where("a.subject_id", "=", subject.id)
    : entries;
  return keyset(asFiltered(ctx, wanted, filter), page, {
    columns: ["at", "id"],
    direction: "desc",
    references: { at: "a.at", id: "a.id" },
  });
}

type Entries<Row> = SelectQueryBuilder<DB & { a: DB["audit_entry"] }, "a", Row>;

function asFiltered<Query extends Pick<Entries<unknown>, "where">>(
  ctx: Ctx,
  query: Query,
  { who, action, kind, person, from, to }: Partial<AuditFilter>,
): Query {
  let asked = query as unknown as Entries<unknown>; // the joins beside it make no difference to these columns
  if (who === "system") asked = asked.where("a.actor_person_id", "is", null);
  else if (who) asked = asked.where("a.actor_person_id", "=", who);
  if (action) asked = asked.where("a.action", "=", action);
  if (kind) asked = asked.where("a.subject_type", "=", kind);
  if (person) asked = asked.where("a.person_id", "=", person);
  const { timeZone } = ctx.tenant;
  if (from) asked = asked.where(sql<boolean>`a.at >= (${from}::date)::timestamp at time zone ${timeZone}`);
  if (to) asked = asked.where(sql<boolean>`a.at < (${to}::date + 1)::timestamp at time zone ${timeZone}`);
  return asked as unknown as Query;
}
