import { type Id, lineSchema, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { sql } from "kysely";
import type { FoundMention } from "../notes/note.ts";
import { notePolicy } from "../work.policy.ts";

/** Where somebody or something is mentioned. */
export interface Mention {
  readonly id: Id<"mention">;
  readonly source: { readonly type: "note" | "task"; readonly id: Id<string> };
  readonly byPersonId: Id<"person"> | null;
  readonly createdAt: Date;
}

/** Where these records, which are one, are mentioned, newest first; not in what was removed. */
export async function listMentions(ctx: Ctx, records: readonly Id<string>[], page: Page): Promise<PageOf<Mention>> {
  if (!notePolicy.allows(ctx.actor, "view", { authorPersonId: null })) throw notFound();
  const query = ctx.db
    .selectFrom("mention")
    .innerJoin("note", (join) =>
      join
        .onRef("note.tenant_id", "=", "mention.tenant_id")
        .on(sql<boolean>`note.id = mention.source_id`)
        .on("note.removed_at", "is", null),
    )
    .select([
      "mention.id",
      "mention.source_type as sourceType",
      "mention.source_id as sourceId",
      "mention.by_person_id as byPersonId",
      "mention.created_at as createdAt",
    ])
    .where(sql<boolean>`mention.target_id = any (${[...records]}::uuid[])`);
  const found = await keyset(query, page, {
    columns: ["createdAt", "id"],
    direction: "desc",
    references: { createdAt: "mention.created_at", id: "mention.id" },
  });
  return {
    ...found,
    rows: found.rows.map(({ sourceType, sourceId, ...row }) => ({
      ...row,
      source: { type: sourceType, id: sourceId },
    })),
  };
}

const offered = 8;

/**
 * Whom and what a mention of these letters may mean: staff first, then others whose name begins so, by what lists sort
 * by (so Chinese names by their pinyin too), and companies.
 */
export async function findMentionable(ctx: Ctx, typed: string): Promise<readonly FoundMention[]> {
  notePolicy.require(ctx.actor, "add", { authorPersonId: null });
  const line = lineSchema(80).safeParse(typed);
  const start = line.success ? line.data.toLowerCase() : "";
  const end = `${start}\u{10ffff}`;
  const { rows } = await sql<FoundMention & { rank: number }>`
    select * from (
      (select 'person' as kind, p.id, p.full_name as label, p.email as hint, 0 as rank
       from membership m join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
       where p.erased_at is null and (
         starts_with(lower(p.full_name), ${start}) or starts_with(p.sort_name, ${start})
         or position(' ' || ${start}::text in lower(p.full_name)) > 0)
       order by p.sort_name, p.id limit ${offered})
      union all
      (select 'person', p.id, p.full_name, p.email, 1 from person p
       where ${start} <> '' and p.canonical_id is null and p.erased_at is null
         and p.sort_name >= ${start} and p.sort_name < ${end}
       order by p.sort_name, p.id limit ${offered})
      union all
      (select 'company', c.id, c.name, c.website, 2 from company c
       where ${start} <> '' and c.sort_name >= ${start} and c.sort_name < ${end}
       order by c.sort_name, c.id limit ${offered})
    ) found order by rank`.execute(ctx.db);
  const once = new Map<string, FoundMention>();
  for (const { kind, id, label, hint } of rows) if (!once.has(id)) once.set(id, { kind, id, label, hint });
  return [...once.values()].slice(0, offered);
}
