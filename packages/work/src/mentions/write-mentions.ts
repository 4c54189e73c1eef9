import {
  type Id,
  idSchema,
  linkMentions,
  type Mentionable,
  mentionsIn,
  type RichText,
  relabelled,
  withMentionsOf,
} from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { namesOf } from "@guildhall/people";

/** So many can be mentioned in one text. */
const most = 50;

/**
 * A text as it is stored: mentions by id alone, those alone whom the hall knows, and also whoever was written as "@" and
 * a whole name: staff, and who was mentioned there before.
 */
export async function storedText(ctx: Ctx, text: RichText, before: RichText | null = null): Promise<RichText> {
  const linked = linkMentions(text, [...(await staffByName(ctx)), ...(before ? await known(ctx, before) : [])]);
  const named = await known(ctx, linked);
  const there = new Set(named.slice(0, most).map(({ id }) => id));
  return relabelled(withMentionsOf(linked, there));
}

async function known(ctx: Ctx, text: RichText): Promise<readonly Mentionable[]> {
  const mentions = mentionsIn(text);
  const names = await namesOf(
    ctx,
    mentions.map(({ id }) => id),
  );
  return mentions.flatMap(({ kind, id }) => {
    const found = names[id];
    return found?.type === kind ? [{ kind, id, label: found.name }] : [];
  });
}

async function staffByName(ctx: Ctx): Promise<readonly Mentionable[]> {
  const rows = await ctx.db
    .selectFrom("membership")
    .innerJoin("person", (join) =>
      join.onRef("person.tenant_id", "=", "membership.tenant_id").onRef("person.id", "=", "membership.person_id"),
    )
    .select(["person.id", "person.full_name as label"])
    .where("person.erased_at", "is", null)
    .limit(1_000)
    .execute();
  const twice = new Set(rows.map(({ label }) => label).filter((label, at, all) => all.indexOf(label) !== at));
  return rows.flatMap(({ id, label }) => (twice.has(label) ? [] : [{ kind: "person" as const, id, label }]));
}

interface Source {
  readonly type: "note" | "task";
  readonly id: Id<"note"> | Id<"task">;
}

/** Keeps whom and what a text mentions: what it mentions still keeps its row. */
export async function writeMentions(ctx: Ctx, source: Source, text: RichText | null): Promise<void> {
  const mentions = text ? mentionsIn(text) : [];
  const sourceId = idSchema("source").parse(source.id);
  await ctx.db
    .deleteFrom("mention")
    .where("source_type", "=", source.type)
    .where("source_id", "=", sourceId)
    .$if(mentions.length > 0, (query) =>
      query.where(
        "target_id",
        "not in",
        mentions.map(({ id }) => idSchema("target").parse(id)),
      ),
    )
    .execute();
  if (mentions.length === 0) return;
  await ctx.db
    .insertInto("mention")
    .values(
      mentions.map(({ kind, id }) => ({
        tenant_id: ctx.tenant.id,
        source_type: source.type,
        source_id: sourceId,
        target_type: kind,
        target_id: idSchema("target").parse(id),
        by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
        created_at: ctx.clock.now(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
