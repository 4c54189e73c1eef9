import type { Id, Page, PageOf } from "@guildhall/core";
import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import type { Ctx } from "./ctx.ts";
import { keyset } from "./keyset.ts";

const db = useDatabase();

interface Row {
  id: Id<"person">;
  name: string;
  createdAt: Date;
}

const newest = (ctx: Ctx, page: Page): Promise<PageOf<Row>> =>
  keyset(ctx.db.selectFrom("person").select(["id", "full_name as name", "created_at as createdAt"]), page, {
    columns: ["createdAt", "name", "id"],
    direction: "desc",
    references: { createdAt: "created_at", name: "full_name" },
  });

/** A hall of people whose instants are often the same, or a microsecond apart, and whose names are few. */
async function crowdedHall(size: number) {
  const hall = await given(db).tenant();
  const arrive = (count: number) =>
    db.owner.query(
      `insert into person (tenant_id, full_name, created_at, updated_at)
       select $1, (array['安', 'b', 'B', 'ä'])[1 + floor(random() * 4)], timestamptz '2026-03-02 09:00:00' + floor(random() * 8) * interval '1 microsecond', now()
       from generate_series(1, $2)`,
      [hall.tenant.id, count],
    );
  await arrive(size);
  const inOrder = async () =>
    (
      await db.owner.query<{ id: Id<"person"> }>(
        "select id from person where tenant_id = $1 order by created_at desc, full_name desc, id desc",
        [hall.tenant.id],
      )
    ).rows.map(({ id }) => id);
  return { hall, arrive, inOrder };
}

test.each([1, 2, 7, 40, 200])(
  "pages of %i hold every row once and in order, forwards and back, whoever arrives in between",
  async (size) => {
    const { hall, arrive, inOrder } = await crowdedHall(40);
    const before = await inOrder();
    const forwards: Id<"person">[] = [];
    let page = await hall.inside((ctx) => newest(ctx, { size, cursor: null }));
    expect(page.previous).toBeNull();
    for (;;) {
      forwards.push(...page.rows.map(({ id }) => id));
      const { next } = page;
      if (next === null) break;
      if (forwards.length < 20) await arrive(1);
      page = await hall.inside((ctx) => newest(ctx, { size, cursor: next }));
    }
    const known = new Set(before);
    expect(forwards.filter((id) => known.has(id))).toEqual(before);
    expect(new Set(forwards).size).toBe(forwards.length);

    const backwards = page.rows.map(({ id }) => id);
    for (let { previous } = page; previous !== null; { previous } = page) {
      const cursor = previous;
      page = await hall.inside((ctx) => newest(ctx, { size, cursor }));
      expect(page.rows.length).toBeLessThanOrEqual(size);
      backwards.unshift(...page.rows.map(({ id }) => id));
    }
    expect(backwards).toEqual(await inOrder());
  },
);

test("an empty list has one empty page, and rows hold what was asked for and no more", async () => {
  const hall = await given(db).tenant();
  expect(await hall.inside((ctx) => newest(ctx, { size: 5, cursor: null }))).toEqual({
    rows: [],
    next: null,
    previous: null,
  });
  await hall.person();
  const { rows } = await hall.inside((ctx) => newest(ctx, { size: 5, cursor: null }));
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["createdAt", "id", "name"]);
});

const cursor = (content: unknown) => Buffer.from(JSON.stringify(content)).toString("base64url");
const instant = "2026-03-02T09:00:00Z";
const uuid = "0198f000-0000-7000-8000-000000000001";

test.each([
  ["no text at all", ""],
  ["nonsense", "🙂"],
  ["no JSON", Buffer.from("{").toString("base64url")],
  ["another shape", cursor({ at: [instant, "a", uuid] })],
  ["another way", cursor({ way: "sideways", at: [instant, "a", uuid] })],
  ["too few places", cursor({ way: "next", at: [instant] })],
  ["too many places", cursor({ way: "next", at: Array.from({ length: 9 }, () => "a") })],
  ["a place that is no text", cursor({ way: "next", at: [instant, null, uuid] })],
  ["no instant", cursor({ way: "next", at: ["yesterday-ish", "a", uuid] })],
  ["an instant beyond all time", cursor({ way: "next", at: ["999999-01-01T00:00:00Z", "a", uuid] })],
  ["no id", cursor({ way: "previous", at: [instant, "a", "1; drop table person"] })],
  ["a zero byte", cursor({ way: "next", at: [instant, "a\u0000", uuid] })],
])("a cursor that is %s is invalid input", async (_, malformed) => {
  const hall = await given(db).tenant();
  await hall.person();
  await expect(hall.inside((ctx) => newest(ctx, { size: 5, cursor: malformed }))).rejects.toMatchObject({
    kind: "invalid",
    code: "core.cursor-malformed",
  });
});

test("an error that is not the cursor's stays what it is", async () => {
  const hall = await given(db).tenant();
  const broken = hall.inside((ctx) =>
    keyset(
      ctx.db.selectFrom("person").select("nothing" as "id"),
      { size: 5, cursor: cursor({ way: "next", at: [uuid] }) },
      { columns: ["id"], direction: "asc" },
    ),
  );
  await expect(broken).rejects.toThrow(/column "nothing" does not exist/);
});
