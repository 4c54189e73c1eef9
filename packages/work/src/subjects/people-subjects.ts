import { idSchema } from "@guildhall/core";
import { mayViewPerson } from "@guildhall/people";
import type { WorkSubject } from "./work-subject.ts";

/** People; nothing is written about somebody who was erased. */
const personSubject: WorkSubject = {
  type: "person",
  maySee: async (ctx, id) => {
    if (!(await mayViewPerson(ctx, id))) return false;
    const person = await ctx.db
      .selectFrom("person")
      .select("erased_at")
      .where("id", "=", idSchema("person").parse(id))
      .executeTakeFirst();
    return person?.erased_at === null;
  },
  timelines: (_, id) => [{ type: "person", id }],
};

const companySubject: WorkSubject = {
  type: "company",
  maySee: async (ctx, id) => {
    if (!ctx.actor.can("people.view")) return false;
    const companyId = idSchema("company").parse(id);
    const company = await ctx.db.selectFrom("company").select("id").where("id", "=", companyId).executeTakeFirst();
    return company !== undefined;
  },
  timelines: (_, id) => [{ type: "company", id }],
};

export const peopleSubjects: readonly WorkSubject[] = [personSubject, companySubject];
