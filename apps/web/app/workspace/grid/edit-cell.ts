import { invalid } from "@guildhall/core";
import { fieldOfColumn } from "@guildhall/core/grid";
import type { Ctx } from "@guildhall/db";
import { editCompany, editPerson, listTags, tagPerson, untagPerson } from "@guildhall/people";
import type { GridName } from "@guildhall/people/schemas";
import { z } from "zod";

/** One cell as somebody wrote it, and what stood there before. */
export const editCellInput = z.object({
  id: z.uuid(),
  column: z.string().max(80),
  value: z.json(),
  before: z.json(),
});
type EditCell = z.output<typeof editCellInput>;

/** Columns of people and companies that are written as they are. */
const written: Readonly<Record<GridName, Readonly<Record<string, string>>>> = {
  people: { name: "fullName", stage: "stage", owner: "ownerPersonId", language: "locale", timeZone: "timeZone" },
  companies: { name: "name", owner: "ownerPersonId" },
};

/** Writes one cell by the record's own command. */
export async function editCell(ctx: Ctx, grid: GridName, { id, column, value, before }: EditCell): Promise<void> {
  if (grid === "people" && column === "tags") {
    await setTags(ctx, id, listOf.parse(before), listOf.parse(value));
    return;
  }
  const changes = changeOf(grid, column, value);
  const expected = changeOf(grid, column, before);
  if (grid === "people") await editPerson(ctx, { personId: id, changes, expected });
  else await editCompany(ctx, { companyId: id, changes, expected });
}

const listOf = z
  .array(z.uuid())
  .max(200)
  .nullable()
  .transform((ids) => ids ?? []);

function changeOf(grid: GridName, column: string, value: z.core.util.JSONType): object {
  const plain = recordId.safeParse(value).data?.id ?? value;
  const field = fieldOfColumn(column);
  if (field) return { fields: { [field]: plain } };
  const name = written[grid][column];
  if (!name) throw invalid("core.filter-malformed");
  return { [name]: plain };
}

const recordId = z.object({ id: z.string(), name: z.string() });

/** Those that were put on and those that were taken off; what somebody else did meanwhile stays. */
async function setTags(ctx: Ctx, personId: string, before: readonly string[], after: readonly string[]): Promise<void> {
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  const names = (await listTags(ctx)).filter(({ id }) => added.includes(id)).map(({ name }) => name);
  if (names.length > 0) await tagPerson(ctx, { personId, names });
  if (removed.length > 0) await untagPerson(ctx, { personId, tagIds: removed });
}
