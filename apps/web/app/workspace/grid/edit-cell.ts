import { invalid } from "@guildhall/core";
import { fieldOfColumn } from "@guildhall/core/grid";
import type { Ctx } from "@guildhall/db";
import {
  editCompany,
  editPerson,
  listTags,
  setParent,
  tagCompany,
  tagPerson,
  untagCompany,
  untagPerson,
} from "@guildhall/people";
import type { GridName } from "@guildhall/people/schemas";
import { z } from "zod";

/** One cell as somebody wrote it, and what stood there before. */
const editCellInput = z.object({
  id: z.uuid(),
  column: z.string().max(80),
  value: z.json(),
  before: z.json(),
});
export type EditCell = z.output<typeof editCellInput>;
/** A block that was pasted comes in parts of so many. */
export const editCellsInput = z.object({ edits: z.array(editCellInput).min(1).max(100) });

/** Columns of people and companies that are written as they are. */
const written: Readonly<Record<GridName, Readonly<Record<string, string>>>> = {
  people: { name: "fullName", stage: "stage", owner: "ownerPersonId", language: "locale", timeZone: "timeZone" },
  companies: { name: "name", owner: "ownerPersonId" },
};

/** Writes one cell by the record's own command. */
export async function editCell(ctx: Ctx, grid: GridName, { id, column, value, before }: EditCell): Promise<void> {
  if (column === "tags") {
    await setTags(ctx, grid, id, listOf.parse(before), listOf.parse(value));
    return;
  }
  if (grid === "companies" && column === "parent") {
    await setParent(ctx, { companyId: id, parentId: plainOf(value), expectedParentId: plainOf(before) });
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
  const plain = plainOf(value);
  const field = fieldOfColumn(column);
  if (field) return { fields: { [field]: plain } };
  const name = written[grid][column];
  if (!name) throw invalid("core.filter-malformed");
  return { [name]: plain };
}

/** A record by its id; nothing chosen is no value. */
function plainOf(value: z.core.util.JSONType): z.core.util.JSONType {
  if (Array.isArray(value) && value.length === 0) return null;
  return recordId.safeParse(value).data?.id ?? value;
}

const recordId = z.object({ id: z.string(), name: z.string() });

/** Those that were put on and those that were taken off; what somebody else did meanwhile stays. */
async function setTags(
  ctx: Ctx,
  grid: GridName,
  id: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const added = after.filter((tag) => !before.includes(tag));
  const tagIds = before.filter((tag) => !after.includes(tag));
  const names = (await listTags(ctx)).filter((tag) => added.includes(tag.id)).map(({ name }) => name);
  if (grid === "people") {
    if (names.length > 0) await tagPerson(ctx, { personId: id, names });
    if (tagIds.length > 0) await untagPerson(ctx, { personId: id, tagIds });
    return;
  }
  if (names.length > 0) await tagCompany(ctx, { companyId: id, names });
  if (tagIds.length > 0) await untagCompany(ctx, { companyId: id, tagIds });
}
