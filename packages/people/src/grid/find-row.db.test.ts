import { newId } from "@guildhall/core";
import { actorWith, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { bulkEdit } from "../bulk/bulk-edit.ts";
import { createCompany } from "../companies/create-company.ts";
import { findCompanyRow, findPersonRow, nameChosen } from "./find-row.ts";

const db = useDatabase();

async function hallWithCompanies(...names: readonly string[]) {
  const hall = await given(db).tenant();
  const keeperId = await hall.person("Keeper");
  const can = ["people.view", "people.bulk-edit", "companies.view", "companies.edit"] as const;
  const keeper = actorWith(keeperId, ...can);
  const ids: string[] = [];
  for (const name of names) ids.push(await hall.inside((ctx) => createCompany(ctx, { name }), keeper));
  return { hall, keeper, keeperId, ids };
}

test("rows are named in the order in which they were chosen; what is not there is left out", async () => {
  const { hall, keeper, keeperId, ids } = await hallWithCompanies("Harbor", "Pine");
  const next = await hallWithCompanies("Next door");
  const [harbor = "", pine = ""] = ids;
  const named = await hall.inside((ctx) => nameChosen(ctx, "companies", [pine, newId(), ...next.ids, harbor]), keeper);
  expect(named).toEqual([
    { id: pine, name: "Pine" },
    { id: harbor, name: "Harbor" },
  ]);
  expect(await hall.inside((ctx) => findCompanyRow(ctx, pine), keeper)).toMatchObject({ name: "Pine", tags: [] });
  expect(await hall.inside((ctx) => findCompanyRow(ctx, next.ids[0] ?? ""), keeper)).toBeNull();
  expect(await next.hall.inside((ctx) => findPersonRow(ctx, keeperId), next.keeper)).toBeNull();
});

test("companies are changed by many as people are: what they have not is refused, what is there is changed", async () => {
  const { hall, keeper, ids } = await hallWithCompanies("Harbor", "Pine");
  const edit = (change: object) =>
    hall.inside((ctx) => bulkEdit(ctx, { grid: "companies", selection: { ids }, change }), keeper);
  await expect(edit({ stage: "lead" })).rejects.toMatchObject({ code: "people.bulk-column" });
  await expect(edit({ set: { domains: "x.example" } })).rejects.toMatchObject({ code: "people.bulk-column" });
  expect(await edit({ owner: null })).toMatchObject({ changed: 0, reasons: { unchanged: 2 } });
  expect(await edit({ delete: true })).toMatchObject({ changed: 2 });
  expect(await hall.inside((ctx) => nameChosen(ctx, "companies", ids), keeper)).toEqual([]);
});
