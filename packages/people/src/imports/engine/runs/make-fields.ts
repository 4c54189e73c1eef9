import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { pinyin } from "pinyin-pro";
import type { Mapping } from "../../mapping/target.ts";
import { nextId } from "../plan/ids.ts";
import { wordKey } from "../plan/words.ts";

interface NewField {
  readonly id: Id<"field">;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly settings: object;
}

/**
 * Makes the fields that columns are to become, inside the import's change set; the mapping then names them. A field of
 * the same name and type that is there already is used: an import again makes no second one.
 */
export async function makeFields(ctx: Ctx, mapping: Mapping, changeSetId: Id<"change_set">): Promise<Mapping> {
  const known = await ctx.db
    .selectFrom("field")
    .select(["id", "key", "name", "type", "archived_at"])
    .where("subject", "=", "person")
    .execute();
  const keys = new Set(known.map(({ key }) => key));
  const open = known.filter(({ archived_at }) => archived_at === null);
  const byName = new Map<string, string>(open.map(({ id, name, type }) => [`${type} ${wordKey(name)}`, id]));
  const made: NewField[] = [];
  const columns = mapping.columns.map((column) => {
    const { target } = column;
    if (target.to !== "new-field") return column;
    const place = `${target.type} ${wordKey(target.name)}`;
    const fieldId = byName.get(place);
    if (fieldId) return { ...column, target: { to: "field" as const, fieldId, type: target.type } };
    const settings = target.type === "money" ? { currency: column.currency ?? mapping.currency } : {};
    const field = {
      id: nextId<"field">(),
      key: keyFor(target.name, keys),
      name: target.name.slice(0, 80),
      type: target.type,
      settings,
    };
    made.push(field);
    keys.add(field.key);
    byName.set(place, field.id);
    return { ...column, target: { to: "field" as const, fieldId: field.id, type: target.type } };
  });
  await insert(ctx, made, changeSetId);
  return { ...mapping, columns };
}

function keyFor(name: string, taken: ReadonlySet<string>): string {
  const latin = pinyin(name, { toneType: "none", nonZh: "consecutive", v: true });
  const words = latin
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[^a-z]+|_+$/g, "");
  const base = words.slice(0, 50) || "field";
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(key)) return key;
  }
}

async function insert(ctx: Ctx, fields: readonly NewField[], changeSetId: Id<"change_set">): Promise<void> {
  if (fields.length === 0) return;
  await sql`
    with made as (
      insert into field (tenant_id, id, subject, key, name, type, settings, position, created_at)
      select ${ctx.tenant.id}, r.id, 'person', r.key, r.name, r.type, r.settings,
        coalesce((select max(position) from field where subject = 'person'), 0) + r.place, ${ctx.clock.now()}
      from rows from (json_to_recordset(${JSON.stringify(fields)}::json)
        as (id uuid, key text, name text, type text, settings jsonb)) with ordinality as r (id, key, name, type, settings, place)
      returning *
    )
    insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, after)
    select tenant_id, ${changeSetId}, 'field', id, to_jsonb(made) from made`.execute(ctx.db);
}
