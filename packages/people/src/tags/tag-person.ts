import { invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { type HeldPerson, holdPerson } from "../people/resolve-person.ts";
import { settleTags } from "./settle-tags.ts";
import { mostTags, tagPersonInput, untagPersonInput } from "./tag.ts";
import { tagNames } from "./tag-names.ts";

/** Puts tags on a person by their names; those that the hall has not yet are made. What they have already stays. */
export async function tagPerson(ctx: Ctx, input: unknown): Promise<void> {
  const { personId, names } = tagPersonInput.parse(input);
  const person = await holdPerson(ctx, personId);
  const has = new Set(person.tag_ids);
  const added = (await settleTags(ctx, names)).filter((id) => !has.has(id));
  if (added.length === 0) return;
  if (has.size + added.length > mostTags) throw invalid("people.tags-many", { names: "people.tags-many" });
  await write(ctx, person, [...person.tag_ids, ...added]);
  await appendFact(ctx, "people.person-tagged", { personId: person.id, tagIds: added });
}

/** Takes tags off a person. Those they do not have are let be. */
export async function untagPerson(ctx: Ctx, input: unknown): Promise<void> {
  const { personId, tagIds } = untagPersonInput.parse(input);
  const person = await holdPerson(ctx, personId);
  const removed = tagIds.filter((id) => person.tag_ids.includes(id));
  if (removed.length === 0) return;
  const gone = new Set<string>(removed);
  await write(
    ctx,
    person,
    person.tag_ids.filter((id) => !gone.has(id)),
  );
  await appendFact(ctx, "people.person-untagged", { personId: person.id, tagIds: removed });
}

async function write(ctx: Ctx, person: HeldPerson, tagIds: readonly string[]): Promise<void> {
  await ctx.db
    .updateTable("person")
    .set({ tag_ids: [...tagIds], updated_at: ctx.clock.now() })
    .where("id", "=", person.id)
    .execute();
  await recordChange(ctx, {
    action: "person.updated",
    subjectType: "person",
    subjectId: person.id,
    personId: person.id,
    before: { tags: await tagNames(ctx, person.tag_ids) },
    after: { tags: await tagNames(ctx, tagIds) },
  });
}
