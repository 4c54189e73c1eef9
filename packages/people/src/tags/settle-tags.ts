import { type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { makeTags } from "./make-tags.ts";
import { tagKey, tagNameSchema } from "./tag.ts";

/** A tag that was asked for by its name, and whether it was made for that. */
export interface SettledTag {
  readonly id: Id<"tag">;
  readonly name: string;
  readonly made: boolean;
}

/** The ids of tags by their names, in that order; those that the hall has not yet are made. Two at once make one. */
export async function settleTags(ctx: Ctx, names: readonly string[]): Promise<Id<"tag">[]> {
  const byKey = await findOrMakeTags(ctx, names);
  const ids = names.flatMap((name) => byKey.get(tagKey(name))?.id ?? []);
  return [...new Set(ids)];
}

/** The same for whoever has to know which are new, by `tagKey`. */
export async function findOrMakeTags(ctx: Ctx, names: readonly string[]): Promise<ReadonlyMap<string, SettledTag>> {
  const wanted = new Map(names.map((name) => tagNameSchema.parse(name)).map((name) => [tagKey(name), name]));
  const keys = [...wanted.keys()].sort();
  const settled = new Map<string, SettledTag>();
  for (let from = 0; from < keys.length; from += batch) {
    const part = keys.slice(from, from + batch);
    for (const tag of await find(ctx, part)) settled.set(tag.name_key, { ...tag, made: false });
    const missing = part
      .filter((key) => !settled.has(key))
      .map((key) => ({ id: newId<"tag">(), name: wanted.get(key) ?? key }));
    if (missing.length === 0) continue;
    for (const tag of await makeTags(ctx, missing)) settled.set(tag.name_key, { ...tag, made: true });
    const elsewhere = part.filter((key) => !settled.has(key));
    if (elsewhere.length > 0)
      for (const tag of await find(ctx, elsewhere)) settled.set(tag.name_key, { ...tag, made: false });
  }
  return settled;
}

const batch = 1_000;

function find(ctx: Ctx, keys: readonly string[]) {
  return ctx.db.selectFrom("tag").select(["id", "name", "name_key"]).where("name_key", "in", keys).execute();
}
