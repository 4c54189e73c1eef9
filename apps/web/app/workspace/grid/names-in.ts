import { idSchema, isUuid } from "@guildhall/core";
import { conditionsOf, type Filter } from "@guildhall/core/grid";
import type { Ctx } from "@guildhall/db";
import { getCompany, getPerson } from "@guildhall/people";
import type { GridColumn } from "@guildhall/people/schemas";

/** What the records that a filter names are called, so that it can be read. */
export async function namesIn(
  ctx: Ctx,
  columns: readonly GridColumn[],
  filter: Filter | null,
): Promise<Readonly<Record<string, string>>> {
  const names: Record<string, string> = {};
  for (const condition of filter ? conditionsOf(filter) : []) {
    const target = columns.find(({ id }) => id === condition.column)?.target;
    if (!("chosen" in condition) || (target !== "person" && target !== "company")) continue;
    for (const id of condition.chosen.filter(isUuid).slice(0, mostNamed)) {
      const name = await nameOf(ctx, target, id).catch(() => null);
      if (name) names[id] = name;
    }
  }
  return names;
}

const mostNamed = 20;

async function nameOf(ctx: Ctx, target: "person" | "company", id: string): Promise<string> {
  if (target === "person") return (await getPerson(ctx, idSchema("person").parse(id))).fullName;
  return (await getCompany(ctx, idSchema("company").parse(id))).name;
}
