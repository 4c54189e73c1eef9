import { rejects } from "node:assert/strict";
import { type Id, newId } from "@guildhall/core";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { getCompany } from "../companies/company.queries.ts";
import { createCompany } from "../companies/create-company.ts";
import { tagCompany, untagCompany } from "./tag-company.ts";

const db = useDatabase();

const tagsOf = async (hall: GivenTenant, id: Id<"company">) =>
  (await hall.inside((ctx) => getCompany(ctx, id))).tags.map(({ name }) => name).sort();

async function hallWithCompany() {
  const hall = await given(db).tenant();
  return { hall, id: await hall.inside((ctx) => createCompany(ctx, { name: "青石咖啡" })) };
}

test("a company is tagged by name and taken off again, and its history says so", async () => {
  const { hall, id } = await hallWithCompany();
  await hall.inside((ctx) => tagCompany(ctx, { companyId: id, names: ["供应商", "VIP"] }));
  expect(await tagsOf(hall, id)).toEqual(["VIP", "供应商"]);
  const [tag] = (await hall.inside((ctx) => getCompany(ctx, id))).tags;
  await hall.inside((ctx) => untagCompany(ctx, { companyId: id, tagIds: [tag?.id, newId()] }));
  expect(await tagsOf(hall, id)).toHaveLength(1);
  const { rows } = await db.owner.query(
    "select before, after from audit_entry where subject_id = $1 and action = 'company.updated' order by id",
    [id],
  );
  expect(rows[0]).toEqual({ before: { tags: [] }, after: { tags: ["VIP", "供应商"] } });
  expect(rows).toHaveLength(2);
});

test("putting on what is there, and taking off what is not, is no change", async () => {
  const { hall, id } = await hallWithCompany();
  await hall.inside((ctx) => tagCompany(ctx, { companyId: id, names: ["VIP"] }));
  await hall.inside((ctx) => tagCompany(ctx, { companyId: id, names: ["vip"] }));
  await hall.inside((ctx) => untagCompany(ctx, { companyId: id, tagIds: [newId()] }));
  const { rows } = await db.owner.query("select from fact where tenant_id = $1 and name = 'people.company-updated'", [
    hall.tenant.id,
  ]);
  expect(rows).toHaveLength(1);
});

test("of several who tag one company at once nobody's tag is lost", async () => {
  const { hall, id } = await hallWithCompany();
  const names = Array.from({ length: 6 }, (_, n) => `Tag ${n}`);
  await Promise.all(names.map((name) => hall.inside((ctx) => tagCompany(ctx, { companyId: id, names: [name] }))));
  expect(await tagsOf(hall, id)).toEqual(names);
});

test("only who may edit companies tags one, and nobody another hall's", async () => {
  const { hall, id } = await hallWithCompany();
  const viewer = actorWith(await hall.person(), "companies.view", "people.view");
  const neighbour = await given(db).tenant();
  for (const act of [tagCompany, untagCompany]) {
    const input = { companyId: id, names: ["VIP"], tagIds: [newId()] };
    await rejects(
      hall.inside((ctx) => act(ctx, input), viewer),
      { code: "core.forbidden" },
    );
    await rejects(
      neighbour.inside((ctx) => act(ctx, input)),
      { code: "core.not-found" },
    );
  }
});
