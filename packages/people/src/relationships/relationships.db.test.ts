import { rejects } from "node:assert/strict";
import type { Id } from "@guildhall/core";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { getPersonRecord } from "../people/person-record.queries.ts";
import { relate, unrelate } from "./relate.ts";
import { listRelationships } from "./relationship.queries.ts";

const db = useDatabase();

async function givenThree() {
  const hall = await given(db).tenant();
  const me = await hall.person("Maya");
  const staff = actorWith(me, "people.view", "people.edit");
  const [anna, bo, cai] = [await hall.person("Anna"), await hall.person("Bo"), await hall.person("Cai")];
  const tie = (fromPersonId: Id<"person">, kind: string, toPersonId: Id<"person">) =>
    hall.inside((ctx) => relate(ctx, { fromPersonId, kind, toPersonId }), staff);
  const tiesOf = (id: Id<"person">) => hall.inside((ctx) => listRelationships(ctx, id), staff);
  return { hall, staff, me, anna, bo, cai, tie, tiesOf };
}

const merge = (hall: GivenTenant, from: string, into: string) =>
  db.owner.query("update person set canonical_id = $1 where tenant_id = $2 and id = $3", [into, hall.tenant.id, from]);

test("a tie points one way until both point", async () => {
  const { anna, bo, tie, tiesOf } = await givenThree();
  await tie(anna, "follows", bo);
  await tie(anna, "follows", bo);
  expect(await tiesOf(anna)).toMatchObject([{ kind: "follows", direction: "to", person: { id: bo, fullName: "Bo" } }]);
  expect(await tiesOf(bo)).toMatchObject([{ kind: "follows", direction: "from", person: { id: anna } }]);
  await tie(bo, "follows", anna);
  expect(await tiesOf(anna)).toMatchObject([{ direction: "mutual" }]);
  expect(await tiesOf(bo)).toMatchObject([{ direction: "mutual" }]);
});

test("ties of merged records are read as one, and untied as one", async () => {
  const { hall, staff, anna, bo, cai, tie, tiesOf } = await givenThree();
  await tie(anna, "knows", bo);
  await tie(anna, "knows", cai);
  await merge(hall, cai, bo);
  expect(await tiesOf(anna)).toMatchObject([{ kind: "knows", direction: "to", person: { id: bo } }]);
  expect(await tiesOf(bo)).toMatchObject([{ person: { id: anna }, direction: "from" }]);
  await hall.inside((ctx) => unrelate(ctx, { fromPersonId: anna, kind: "knows", toPersonId: cai }), staff);
  expect(await tiesOf(anna)).toEqual([]);
});

test("nobody is tied to themselves, merged records included, nor to a neighbour", async () => {
  const { hall, anna, bo, tie } = await givenThree();
  await merge(hall, bo, anna);
  await rejects(tie(anna, "knows", bo), { code: "people.relationship-to-self" });
  const neighbour = await (await given(db).tenant()).person();
  await rejects(tie(anna, "knows", neighbour), { code: "core.not-found" });
});

test("two who tie the same pair at once, from either end, both come through", async () => {
  const { anna, bo, tie, tiesOf } = await givenThree();
  await Promise.all([tie(anna, "knows", bo), tie(bo, "knows", anna), tie(anna, "knows", bo)]);
  expect(await tiesOf(anna)).toMatchObject([{ direction: "mutual" }]);
});

test("a person's page knows who brought them, under whichever of their records it is opened", async () => {
  const { hall, staff, me, anna, bo, cai, tie } = await givenThree();
  await tie(cai, "refers", anna);
  await merge(hall, bo, anna);
  const record = await hall.inside((ctx) => getPersonRecord(ctx, bo), staff);
  expect(record).toMatchObject({
    id: anna,
    merged: 1,
    relationships: [{ kind: "refers", direction: "from", person: { id: cai } }],
  });
  await rejects(
    hall.inside((ctx) => getPersonRecord(ctx, anna), actorWith(me)),
    { code: "core.not-found" },
  );
});
