import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { deleteFile } from "@guildhall/files";
import { sql } from "kysely";
import type { PersonTrace, TracedPerson } from "../../erasure/person-trace.ts";

const over = ["done", "cancelled", "failed", "undone"] as const;

/**
 * What files brought of a person. Forgotten with them: the rows that were refused for them or name them, and, of every
 * import that is over and had them in it, its file and its examples, which hold the others' rows just as well.
 */
export const importTrace: PersonTrace = {
  name: "imports",
  collect: async (ctx, person) => {
    const runs = await runsWith(ctx, person);
    if (runs.length === 0) return [];
    return ctx.db
      .selectFrom("import_run")
      .select(["file_name as file", "source", "created_at as at"])
      .where("id", "in", runs)
      .orderBy("created_at")
      .orderBy("id")
      .execute();
  },
  erase: async (ctx, person) => {
    const runs = await runsWith(ctx, person);
    if (runs.length === 0) return;
    await ctx.db
      .updateTable("import_row")
      .set({ cells: null, problems: JSON.stringify([]), params: null })
      .where("run_id", "in", runs)
      .where(names(person))
      .execute();
    const { rows: files } = await sql<{ id: Id<"file"> }>`
      select file_id as id from import_run
      where id = any (${runs}::uuid[]) and state = any (${over}::text[]) and file_id is not null`.execute(ctx.db);
    await ctx.db
      .updateTable("import_run")
      .set({ file_id: null, layout: null, proposal: null, preview: null, undone: null })
      .where("id", "in", runs)
      .where("state", "in", over)
      .execute();
    for (const { id } of files) await deleteFile(ctx, id);
  },
};

async function runsWith(ctx: Ctx, person: TracedPerson): Promise<Id<"import_run">[]> {
  const { rows } = await sql<{ id: Id<"import_run"> }>`
    select r.id from import_run r
    join change_set_item i on i.tenant_id = r.tenant_id and i.change_set_id = r.change_set_id
    where i.person_id = any (${[...person.ids]}::uuid[])
    union
    select run_id from import_row where ${names(person)}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Whether a row of an import became them, or has their address or number in it. */
function names({ ids, emails, phones }: TracedPerson) {
  const words = [...emails, ...phones.map((phone) => phone.slice(-9))];
  const written = sql`lower(coalesce(cells::text, '') || problems::text || coalesce(params::text, ''))`;
  const digits = sql`regexp_replace(${written}, '[ ().-]', '', 'g')`;
  const conditions = words.map((word) => sql`strpos(${written}, ${word}) > 0 or strpos(${digits}, ${word}) > 0`);
  return sql<boolean>`(person_id = any (${[...ids]}::uuid[])${conditions.map((each) => sql` or ${each}`).reduce((all, each) => sql`${all}${each}`, sql``)})`;
}
