import { newId } from "@guildhall/core";
import { dayIn, type Filter, type GridQuestion, type GridSort } from "@guildhall/core/grid";
import { gridPage } from "@guildhall/db";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { FieldValue } from "../fields/field.ts";
import { stages } from "../people/person.ts";
import { sortName } from "../people/sort-name.ts";
import { peopleSource } from "./people-source.ts";
import { holds, inOrder, type Lore, type Made, type MadeField } from "./test/oracle.ts";

const db = useDatabase();
const zone = "Asia/Shanghai";
const crowd = 70;

const options = ["beta", "alpha", "gamma"];
const fields: MadeField[] = (
  [
    "text",
    "long-text",
    "number",
    "money",
    "date",
    "date-time",
    "boolean",
    "select",
    "multi-select",
    "url",
    "email",
    "phone",
    "relation",
  ] as const
).map((type) => ({ id: newId(), type, options: type.endsWith("select") ? options : [] }));
const tags = [newId(), newId(), newId()];
const tagNames = new Map(tags.map((id, n) => [id, ["vip", "alt", "neu"][n] ?? ""]));

const words = ["Ab", "ab", "ÁB", "ＡＢ", "b a", "张", "张伟", "x%_"];
const days = ["2026-01-31", "2026-03-01", "2026-03-29", "2024-02-29"];
const instants = [
  "2026-03-01T15:59:59.999Z",
  "2026-03-01T16:00:00.000Z",
  "2026-03-28T23:30:00.000Z",
  "2024-02-29T12:00:00.000Z",
];
const numbers = [-3, 0, 1.5, 1.000001, 40, 999_999_999];
const amounts = [-5, 0, 12_00, 99_00].flatMap((amount) => ["CNY", "EUR"].map((currency) => ({ amount, currency })));
const plain = ["Ab", "ab", "b a", "ab c", "zz"];

const pick = <Value>(from: readonly Value[]) => fc.constantFrom(...from);
const some = <Value>(from: readonly Value[]) => fc.subarray([...from], { minLength: 1 });

function valuesOf({ type }: MadeField, people: readonly string[]): fc.Arbitrary<FieldValue> {
  const ways: Record<MadeField["type"], fc.Arbitrary<FieldValue>> = {
    text: pick(plain),
    "long-text": pick(plain),
    number: pick(numbers),
    money: pick(amounts),
    date: pick(days),
    "date-time": pick(instants),
    boolean: fc.boolean(),
    select: pick(options),
    "multi-select": some(options),
    url: pick(["https://a.example", "https://b.example"]),
    email: pick(["a@b.example", "b@b.example"]),
    phone: pick(["+8613800138000", "+441632960000"]),
    relation: pick(people),
  };
  return ways[type];
}

interface World {
  readonly hall: GivenTenant;
  readonly rows: Made[];
  readonly lore: Lore;
}

/** People who differ in everything, with few values each, so that much is the same; some have none. */
async function crowdedHall(): Promise<World> {
  const hall = await given(db).tenant({ timeZone: zone });
  const ids = Array.from({ length: crowd }, () => newId<"person">());
  await db.owner.query(
    "insert into tag (tenant_id, id, name, name_key, created_at) select $1, id, name, name, now() from unnest($2::uuid[], $3::text[]) t (id, name)",
    [hall.tenant.id, tags, tags.map((id) => tagNames.get(id))],
  );
  for (const field of fields)
    await db.owner.query(
      "insert into field (tenant_id, id, subject, key, name, type, options, created_at) values ($1, $2, 'person', $3, $3, $4, $5, now())",
      [
        hall.tenant.id,
        field.id,
        field.type.replace("-", "_"),
        field.type,
        JSON.stringify(field.options.map((id) => ({ id, name: id, tone: "neutral" }))),
      ],
    );
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const person = fc.record({
    fullName: pick(words),
    email: maybe(pick(["a@x.example", "b@x.example", "c@y.example"])),
    stage: maybe(pick(stages)),
    locale: maybe(pick(["en", "zh-CN"])),
    tags: fc.subarray(tags),
    owner: maybe(pick(ids.slice(0, 3))),
    createdAt: pick(instants),
    lastActivityAt: maybe(pick(instants)),
    fields: fc.tuple(...fields.map((field) => maybe(valuesOf(field, ids.slice(0, 4))))),
  });
  const rows = fc.sample(person, crowd).map(
    (row, n): Made => ({
      ...row,
      id: ids[n] ?? "",
      sortName: sortName({ fullName: row.fullName }),
      fields: Object.fromEntries(
        fields
          .flatMap(({ id }, place) => (row.fields[place] === null ? [] : [[id, row.fields[place]]]))
          .filter(([, value]) => value !== undefined),
      ) as Made["fields"],
    }),
  );
  for (const row of rows.map((each) => ({ ...each, owner: null }))) await write(hall, row);
  for (const { id, owner } of rows)
    await db.owner.query("update person set owner_person_id = $1 where id = $2", [owner, id]);
  return {
    hall,
    rows,
    lore: { fields, stages, tagNames, me: ids[0] ?? "", sortNames: new Map(rows.map((row) => [row.id, row.sortName])) },
  };
}

async function write(hall: GivenTenant, row: Made): Promise<void> {
  await db.owner.query(
    `insert into person (tenant_id, id, full_name, sort_name, stage, locale, tag_ids, created_at, updated_at, last_activity_at, fields, email)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11)`,
    [
      hall.tenant.id,
      row.id,
      row.fullName,
      row.sortName,
      row.stage,
      row.locale,
      row.tags,
      row.createdAt,
      row.lastActivityAt,
      JSON.stringify(row.fields),
      row.email,
    ],
  );
}

const textual = (column: string, of: readonly string[]): fc.Arbitrary<Filter> =>
  fc.oneof(
    fc.record({
      column: fc.constant(column),
      is: pick(["is", "is-not", "contains", "starts-with"] as const),
      text: pick(of),
    }),
    blank(column),
  );
const blank = (column: string): fc.Arbitrary<Filter> =>
  fc.record({ column: fc.constant(column), is: pick(["empty", "filled"] as const) });
const listed = (column: string, of: readonly string[], all: boolean): fc.Arbitrary<Filter> =>
  fc.oneof(
    fc.record({
      column: fc.constant(column),
      is: pick(all ? (["any-of", "none-of", "all-of"] as const) : (["any-of", "none-of"] as const)),
      chosen: some([...of, "nobody"]),
    }),
    blank(column),
  );
const dated = (column: string): fc.Arbitrary<Filter> =>
  fc.oneof(
    fc.record({
      column: fc.constant(column),
      is: pick(["on", "before", "after"] as const),
      day: pick([...days, "2026-03-02"]),
    }),
    fc.record({ column: fc.constant(column), is: fc.constant("between" as const), from: pick(days), to: pick(days) }),
    blank(column),
  );
const comparisons = ["eq", "not-eq", "lt", "lte", "gt", "gte"] as const;

function conditionOn({ id, type }: MadeField, people: readonly string[]): fc.Arbitrary<Filter> {
  const column = `field:${id}`;
  const at = { column: fc.constant(column) };
  const flag = fc.oneof(fc.record({ ...at, is: pick(["true", "false"] as const) }), blank(column));
  const number = fc.oneof(
    fc.record({ ...at, is: pick(comparisons), number: pick(numbers) }),
    fc.record({ ...at, is: fc.constant("between" as const), from: pick(numbers), to: pick(numbers) }),
    blank(column),
  );
  const money = fc.oneof(
    fc.record({ ...at, is: pick(comparisons), amount: pick(amounts) }),
    fc.record({
      ...at,
      is: fc.constant("between" as const),
      from: pick(amounts.filter(({ currency }) => currency === "CNY")),
      to: pick(amounts.filter(({ currency }) => currency === "CNY")),
    }),
    blank(column),
  );
  const ways: Record<MadeField["type"], fc.Arbitrary<Filter>> = {
    text: textual(column, ["ab", "AB", "ＡＢ", "b", "zz"]),
    "long-text": textual(column, ["ab", "AB", "ＡＢ", "b", "zz"]),
    number,
    money,
    date: dated(column),
    "date-time": dated(column),
    boolean: flag,
    select: listed(column, options, false),
    "multi-select": listed(column, options, true),
    url: textual(column, ["https://A.example", "b.ex"]),
    email: textual(column, ["a@b.example", "B@"]),
    phone: textual(column, ["+86", "+441632960000"]),
    relation: listed(column, people, false),
  };
  return ways[type];
}

let world: World;
beforeAll(async () => {
  world = await crowdedHall();
});

function questionOf({ rows }: World): fc.Arbitrary<GridQuestion> {
  const people = rows.slice(0, 4).map(({ id }) => id);
  const condition: fc.Arbitrary<Filter> = fc.oneof(
    textual("name", ["ab", "ÁB", "张", "x%"]),
    textual("email", ["A@x.example", "x.ex"]),
    listed("stage", stages, false),
    listed("language", ["en", "zh-CN"], false),
    listed("tags", tags, true),
    listed("owner", [...people, "me"], false),
    dated("createdAt"),
    dated("lastActivityAt"),
    ...fields.map((field) => conditionOn(field, people)),
  );
  const group = fc.oneof(
    { weight: 3, arbitrary: condition },
    fc.record({ any: fc.array(condition, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      any: fc.array(fc.record({ all: fc.array(condition, { minLength: 1, maxLength: 2 }) }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  );
  const columns = [
    "name",
    "email",
    "stage",
    "language",
    "tags",
    "owner",
    "createdAt",
    "lastActivityAt",
    "member",
    ...fields.map(({ id }) => `field:${id}`),
  ];
  const sort: fc.Arbitrary<GridSort> = fc.record({ column: pick(columns), direction: pick(["asc", "desc"] as const) });
  return fc.record({
    search: fc.constant(null),
    filter: fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 6, arbitrary: fc.record({ all: fc.array(group, { minLength: 1, maxLength: 3 }) }) },
    ),
    sort,
  });
}

const bounds = [
  { count: 10_000, few: 10_000, walk: 8_000 }, // as in life
  { count: 10_000, few: 0, walk: 8_000 }, // every set is large
  { count: 5, few: 0, walk: 3 }, // and nothing is found on the way
];

test.each(bounds)(
  "whatever is asked, every row that matches is there once and in order, both ways (%j)",
  async (limits) => {
    const { hall, rows, lore } = world;
    const me = actorWith(rows[0]?.id as never, "people.view");
    const local = (instant: string) => dayIn(zone, new Date(instant));
    await fc.assert(
      fc.asyncProperty(questionOf(world), pick([7, 30]), async (question, size) => {
        const wanted = inOrder(
          rows.filter((row) => question.filter === null || holds(row, question.filter, lore, local)),
          question.sort ?? { column: "createdAt", direction: "desc" },
          lore,
        ).map(({ id }) => id);
        const page = (cursor: string | null) =>
          hall.inside(async (ctx) => gridPage(ctx, await peopleSource(ctx), question, { size, cursor }, limits), me);
        let at = await page(null);
        expect(at.count).toEqual({ count: Math.min(wanted.length, limits.count), more: wanted.length > limits.count });
        const forwards = at.rows.map(({ id }) => id as string);
        for (let { next } = at; next !== null; { next } = at) {
          at = await page(next);
          forwards.push(...at.rows.map(({ id }) => id));
        }
        expect(forwards).toEqual(wanted);
        const backwards = at.rows.map(({ id }) => id as string);
        for (let { previous } = at; previous !== null; { previous } = at) {
          at = await page(previous);
          backwards.unshift(...at.rows.map(({ id }) => id));
        }
        expect(backwards).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  },
);
