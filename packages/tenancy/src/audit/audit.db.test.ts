import { newId } from "@guildhall/core";
import { actorWith, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { listAudit } from "./list-audit.ts";
import { recordChange } from "./record-change.ts";

const db = useDatabase();
const page = { size: 10, cursor: null };

test("the audit log keeps who changed what, and only what differs", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person("陈雨泽");
  const before = { fullName: "Old", email: "a@b.example", tags: ["a", "b"], updatedAt: new Date(0) };
  const after = { fullName: "New", email: "a@b.example", tags: ["a"], updatedAt: new Date(0), phone: null };
  const change = {
    action: "person.updated",
    subjectType: "person",
    subjectId: person,
    personId: person,
    before,
    after,
  };
  await hall.inside((ctx) => recordChange(ctx, change), actorWith(person, "people.edit"));

  const { rows } = await hall.inside((ctx) => listAudit(ctx, { page }));
  expect(rows).toMatchObject([
    { action: "person.updated", actorKind: "person", actorName: "陈雨泽", subjectId: person },
  ]);
  expect(rows[0]?.before).toEqual({ fullName: "Old", tags: ["a", "b"] });
  expect(rows[0]?.after).toEqual({ fullName: "New", tags: ["a"], phone: null });
});

test("what was made or removed is kept whole", async () => {
  const hall = await given(db).tenant();
  const thing = { action: "thing.made", subjectType: "thing", subjectId: newId<"thing">() };
  await hall.inside((ctx) => recordChange(ctx, { ...thing, before: null, after: { name: "a" } }));
  await hall.inside((ctx) =>
    recordChange(ctx, { ...thing, action: "thing.removed", before: { name: "a" }, after: null }),
  );
  const { rows } = await hall.inside((ctx) =>
    listAudit(ctx, { page, subject: { type: "thing", id: thing.subjectId } }),
  );
  expect(rows).toMatchObject([
    { action: "thing.removed", before: { name: "a" }, after: null },
    { action: "thing.made", before: null, after: { name: "a" } },
  ]);
});

test("the audit log cannot be rewritten or emptied from inside a hall, nor read from another", async () => {
  const hall = await given(db).tenant();
  await hall.inside((ctx) =>
    recordChange(ctx, { action: "a", subjectType: "person", subjectId: newId<"person">(), before: null, after: null }),
  );
  await expect(hall.inside((ctx) => ctx.db.deleteFrom("audit_entry").execute())).rejects.toThrow(/permission denied/);
  await expect(hall.inside((ctx) => ctx.db.updateTable("audit_entry").set({ action: "b" }).execute())).rejects.toThrow(
    /permission denied/,
  );
  expect((await (await given(db).tenant()).inside((ctx) => listAudit(ctx, { page }))).rows).toEqual([]);
});
