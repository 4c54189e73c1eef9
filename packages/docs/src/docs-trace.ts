import { plainFromRichText, readRichText } from "@guildhall/core";
import type { PersonTrace } from "@guildhall/people";

/**
 * Where somebody wrote, what they were granted and what they kept at hand. Forgetting them takes all of it away; what
 * they wrote and said stays, and is nobody's. Elsewhere nobody finds their name any more where they are mentioned.
 */
export const docsTrace: PersonTrace = {
  name: "documents",
  collect: async (ctx, { ids }) => ({
    written: await ctx.db
      .selectFrom("document_author as a")
      .innerJoin("document as d", (join) =>
        join.onRef("d.tenant_id", "=", "a.tenant_id").onRef("d.id", "=", "a.document_id"),
      )
      .select(["d.title", "a.first_at as firstAt", "a.last_at as lastAt"])
      .where("a.person_id", "in", ids)
      .orderBy("a.first_at")
      .execute(),
    granted: await ctx.db
      .selectFrom("document_grant")
      .select(["role", "granted_at as grantedAt", "expires_at as expiresAt"])
      .where("person_id", "in", ids)
      .orderBy("granted_at")
      .execute(),
    said: (
      await ctx.db
        .selectFrom("document_comment")
        .select(["body", "created_at as at"])
        .where("author_person_id", "in", ids)
        .where("removed_at", "is", null)
        .orderBy("created_at")
        .execute()
    ).map(({ body, at }) => {
      const text = readRichText(body);
      return { text: text ? plainFromRichText(text) : "", at };
    }),
    keptAtHand: await ctx.db
      .selectFrom("document_favourite as f")
      .innerJoin("document as d", (join) =>
        join.onRef("d.tenant_id", "=", "f.tenant_id").onRef("d.id", "=", "f.document_id"),
      )
      .select(["d.title", "f.added_at as addedAt"])
      .where("f.person_id", "in", ids)
      .orderBy("f.added_at")
      .execute(),
  }),
  erase: async (ctx, { ids }) => {
    await ctx.db
      .updateTable("document_comment")
      .set({ author_person_id: null })
      .where("author_person_id", "in", ids)
      .execute();
    await ctx.db.updateTable("document_thread").set({ resolved_by: null }).where("resolved_by", "in", ids).execute();
    await ctx.db.deleteFrom("document_reaction").where("person_id", "in", ids).execute();
    for (const table of ["document_favourite", "document_visit", "document_author", "document_grant"] as const)
      await ctx.db.deleteFrom(table).where("person_id", "in", ids).execute();
    // Their sessions and words stay, and are nobody's.
    await ctx.db.updateTable("document_writer").set({ person_id: null }).where("person_id", "in", ids).execute();
    await ctx.db.updateTable("document_version").set({ named_by: null }).where("named_by", "in", ids).execute();
    await ctx.db
      .deleteFrom("document_mention")
      .where("target_id", "in", [...ids])
      .execute();
  },
};
