import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { Subject } from "@guildhall/facts";
import { sql } from "kysely";
import type { Channels } from "../kinds/topic.ts";

export interface Addressee extends Channels {
  readonly personId: Id<"person">;
}

interface NoticesToInsert {
  readonly kind: string;
  readonly factId: Id<"fact">;
  readonly payload: object;
  readonly about: Subject;
  readonly collapseKey: string | null;
  readonly addressees: readonly Addressee[];
}

/**
 * Writes a fact's notice for each of these people who does not have it yet, behind the unread one of the same key where
 * there is one. Resolves to whom it was new.
 */
export async function insertNotices(ctx: Ctx, notices: NoticesToInsert): Promise<Id<"person">[]> {
  const told: Id<"person">[] = [];
  // In one order, so that two facts about the same people wait for each other and do not lock each other out.
  let left = notices.addressees.toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
  for (let tries = 0; left.length > 0; tries++) {
    if (tries === 10) throw new Error(`Notices of ${notices.kind} keep getting ahead of each other.`);
    const heads = await lockHeads(ctx, notices.collapseKey, left);
    const inserted = await insert(ctx, notices, left, heads);
    await standBehind(ctx, inserted);
    told.push(...inserted.map((row) => row.person_id));
    const known = new Set([...told, ...(await alreadyTold(ctx, notices, left))]);
    left = left.filter(({ personId }) => !known.has(personId));
    // Whoever is left had none to stand behind a moment ago, and has one now.
  }
  return told;
}

type Heads = ReadonlyMap<Id<"person">, Id<"notification">>;

async function lockHeads(ctx: Ctx, collapseKey: string | null, addressees: readonly Addressee[]): Promise<Heads> {
  const personIds = addressees.filter(({ inApp }) => inApp).map(({ personId }) => personId);
  if (collapseKey === null || personIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("notification")
    .select(["id", "person_id"])
    .where("person_id", "in", personIds)
    .where("collapse_key", "=", collapseKey)
    .where("is_head", "=", true)
    .where("read_at", "is", null)
    .where("in_app", "=", true)
    .orderBy("person_id")
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.id]));
}

function insert(
  ctx: Ctx,
  { kind, factId, payload, about, collapseKey }: NoticesToInsert,
  addressees: readonly Addressee[],
  heads: Heads,
) {
  const now = ctx.clock.now();
  return ctx.db
    .insertInto("notification")
    .values(
      addressees.map(({ personId, inApp, mail }) => ({
        tenant_id: ctx.tenant.id,
        person_id: personId,
        kind,
        fact_id: factId,
        payload: JSON.stringify(payload),
        about_type: about.type,
        about_id: about.id,
        in_app: inApp,
        mail_as: mail === "off" ? null : mail,
        collapse_key: collapseKey,
        under_id: inApp ? (heads.get(personId) ?? null) : null,
        is_head: !(inApp && heads.has(personId)),
        created_at: now,
        latest_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(["person_id", "under_id"])
    .execute();
}

/** What was read before, or looked at, is news again. */
async function standBehind(ctx: Ctx, inserted: readonly { under_id: Id<"notification"> | null }[]): Promise<void> {
  const heads = inserted.map((row) => row.under_id).filter((id) => id !== null);
  if (heads.length === 0) return;
  await ctx.db
    .updateTable("notification")
    .set({ behind: sql<number>`behind + 1`, latest_at: ctx.clock.now(), seen_at: null })
    .where("id", "in", heads)
    .execute();
}

async function alreadyTold(
  ctx: Ctx,
  { kind, factId }: NoticesToInsert,
  addressees: readonly Addressee[],
): Promise<Id<"person">[]> {
  const rows = await ctx.db
    .selectFrom("notification")
    .select("person_id")
    .where(
      "person_id",
      "in",
      addressees.map(({ personId }) => personId),
    )
    .where("kind", "=", kind)
    .where("fact_id", "=", factId)
    .execute();
  return rows.map((row) => row.person_id);
}
