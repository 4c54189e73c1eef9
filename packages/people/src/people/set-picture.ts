import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { ReceivedFile } from "@guildhall/files";
import { appendFact } from "@guildhall/jobs";
import { keepFile, recordChange } from "@guildhall/tenancy";
import { personPolicy } from "./person.policy.ts";

/** Throws unless the actor may change this person's picture; asked before the bytes are taken in. */
export async function requireMaySetPicture(ctx: Ctx, personId: Id<"person">): Promise<void> {
  const person = await ctx.db.selectFrom("person").select("id").where("id", "=", personId).executeTakeFirst();
  if (!person) throw notFound();
  personPolicy.require(ctx.actor, "edit", person);
}

/** Makes received bytes the person's picture. The one before stays stored, since the history names it. */
export async function setPicture(ctx: Ctx, personId: Id<"person">, received: ReceivedFile): Promise<void> {
  await requireMaySetPicture(ctx, personId);
  const file = await keepFile(ctx, received, { type: "person", id: personId });
  const before = await ctx.db
    .selectFrom("person")
    .select("avatar_file_id")
    .where("id", "=", personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await ctx.db
    .updateTable("person")
    .set({ avatar_file_id: file.id, updated_at: ctx.clock.now() })
    .where("id", "=", personId)
    .execute();
  await recordChange(ctx, {
    action: "person.picture-set",
    subjectType: "person",
    subjectId: personId,
    personId,
    before: { avatarFileId: before.avatar_file_id },
    after: { avatarFileId: file.id, name: file.name },
  });
  await appendFact(ctx, "people.person-updated", { personId, fields: ["picture"] });
}
