import { newId } from "@guildhall/core";
import { type GivenTenant, given, type TestDatabase } from "@guildhall/testing";
import fc from "fast-check";
import { stages } from "../../people/person.ts";
import { sortName } from "../../people/sort-name.ts";
import { crowd, fields, instants, pick, tagNames, tags, valuesOf, words, zone } from "./grid-values.ts";
import type { Lore, Made } from "./oracle.ts";

export interface World {
  readonly hall: GivenTenant;
  readonly rows: Made[];
  readonly lore: Lore;
}

/** People who differ in everything, with few values each, so that much is the same; some have none. */
export async function crowdedHall(db: TestDatabase): Promise<World> {
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
  for (const row of rows.map((each) => ({ ...each, owner: null }))) await write(db, hall, row);
  for (const { id, owner } of rows)
    await db.owner.query("update person set owner_person_id = $1 where id = $2", [owner, id]);
  return {
    hall,
    rows,
    lore: { fields, stages, tagNames, me: ids[0] ?? "", sortNames: new Map(rows.map((row) => [row.id, row.sortName])) },
  };
}

async function write(db: TestDatabase, hall: GivenTenant, row: Made): Promise<void> {
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
