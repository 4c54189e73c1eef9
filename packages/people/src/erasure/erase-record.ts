import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { deleteFile } from "@guildhall/files";
import { eraseMessages, eraseMessagesTo, forgetAddress } from "@guildhall/mail";
import { channelAddressSchema } from "@guildhall/mail/schemas";
import type { TracedPerson } from "./person-trace.ts";

/** What stands where the name stood. Pages say in words that somebody was forgotten. */
export const erasedName = "—";

/** Forgets the record itself: who they were, how they were reached, whom they knew, what they were sent. */
export async function eraseRecord(ctx: Ctx, person: TracedPerson): Promise<void> {
  await eraseMail(ctx, person);
  await eraseTies(ctx, person.ids);
  const now = ctx.clock.now();
  await ctx.db
    .updateTable("person")
    .set({
      full_name: erasedName,
      sort_name: erasedName,
      family_name: null,
      given_name: null,
      locale: null,
      time_zone: null,
      stage: null,
      owner_person_id: null,
      tag_ids: [],
      fields: "{}",
      avatar_file_id: null,
      shown_out_at: null,
      // Derived, and no longer derived once a record was merged: what stood there then would stay.
      email: null,
      phone: null,
      company_id: null,
      job_title: null,
      erased_at: now,
      updated_at: now,
    })
    .where("id", "in", person.ids)
    .execute();
  await erasePictures(ctx, person.ids);
}

async function eraseMail(ctx: Ctx, { ids, emails, phones }: TracedPerson): Promise<void> {
  for (const id of ids) await eraseMessages(ctx, id);
  await eraseMessagesTo(ctx, [...emails, ...phones]);
  const known = [
    ...emails.map((address) => ({ channel: "email" as const, address })),
    ...phones.map((address) => ({ channel: "sms" as const, address })),
  ];
  // What is no address was never written to.
  for (const to of known) if (channelAddressSchema.safeParse(to).success) await forgetAddress(ctx, to);
}

async function eraseTies(ctx: Ctx, ids: readonly Id<"person">[]): Promise<void> {
  const { db } = ctx;
  await db.deleteFrom("person_identity").where("person_id", "in", ids).execute();
  await db.deleteFrom("affiliation").where("person_id", "in", ids).execute();
  await db
    .deleteFrom("relationship")
    .where((tie) => tie.or([tie("from_person_id", "in", ids), tie("to_person_id", "in", ids)]))
    .execute();
  await db.deleteFrom("audience_member").where("person_id", "in", ids).execute();
  await db.deleteFrom("saved_view").where("person_id", "in", ids).where("shared", "=", false).execute();
  await db.deleteFrom("starter_step").where("person_id", "in", ids).execute();
  await db.updateTable("person").set({ owner_person_id: null }).where("owner_person_id", "in", ids).execute();
  await db.updateTable("company").set({ owner_person_id: null }).where("owner_person_id", "in", ids).execute();
}

async function erasePictures(ctx: Ctx, ids: readonly Id<"person">[]): Promise<void> {
  const files = await ctx.db
    .selectFrom("file")
    .select("id")
    .where("subject_type", "=", "person")
    .where("subject_id", "in", ids)
    .execute();
  for (const { id } of files) await deleteFile(ctx, id);
}
