import {
  type Ctx,
  type GridColumn,
  type GridSource,
  type IndexSet,
  matchChoice,
  matchFlag,
  matchText,
  ownColumn,
  type Sql,
} from "@guildhall/db";
import { roles } from "@guildhall/tenancy/schemas";
import { sql } from "kysely";
import type { Field } from "../fields/field.ts";
import { stages } from "../people/person.ts";
import { sortName } from "../people/sort-name.ts";
import { fieldSources } from "./field-columns.ts";
import { listGridFields } from "./list-fields.ts";
import { loadPeople } from "./load-people.ts";
import type { PersonRow } from "./person-row.ts";
import { searchPeople } from "./search-people.ts";
import { byRecord, plainColumn, sourceColumn, tagsColumn } from "./shared-columns.ts";

const table = sql`person`;
const indexed = sql<boolean>`x.canonical_id is null`;

/** The people of the hall as a grid asks the database about them. */
export async function peopleSource(ctx: Pick<Ctx, "db">): Promise<GridSource<PersonRow> & { fields: Field[] }> {
  const fields = await listGridFields(ctx, "person");
  return {
    name: "people",
    table,
    base: sql<boolean>`r.canonical_id is null and r.erased_at is null`,
    hidden: sql`select h.id from person h where h.canonical_id is not null or h.erased_at is not null`,
    columns: new Map([...ownColumns, ...fieldSources(fields, table)]),
    sort: { column: "createdAt", direction: "desc" },
    search: searchPeople,
    load: (inside, ids) => loadPeople(inside, ids, fields),
    fields,
  };
}

const own = (kind: "text" | "instant" | "choice" | "record", name: string, nullable: boolean) =>
  ownColumn(kind, { table, name, indexed, nullable });

/** Somebody's own role or login, or that of a record merged into theirs. */
const role = sql`(select m.role from membership m where m.tenant_id = r.tenant_id and (m.person_id = r.id
  or m.person_id in (select q.id from person q where q.tenant_id = r.tenant_id and q.canonical_id = r.id)) limit 1)`;
const member = sql`(exists (select from login l where l.tenant_id = r.tenant_id and l.person_id = r.id)
  or exists (select from person q join login l on l.tenant_id = q.tenant_id and l.person_id = q.id
    where q.tenant_id = r.tenant_id and q.canonical_id = r.id))`;
const holders = (of: string) =>
  sql`select coalesce(q.canonical_id, q.id) as id from ${sql.table(of)} o join person q on q.tenant_id = o.tenant_id and q.id = o.person_id`;

const heldBy = (where: Sql): IndexSet => ({
  ids: sql`${holders("membership")} where ${where}`,
  inOrder: false,
  once: false,
  exact: false,
});

const stage = own("choice", "stage", true);
const language = sql`r.locale`;

const ownColumns: [string, GridColumn][] = [
  ["name", nameColumn()],
  ["email", own("text", "email", true)],
  ["phone", own("text", "phone", true)],
  ["company", { ...own("record", "company_id", true), order: byRecord("company_id", sql`company`) }],
  ["jobTitle", plainColumn("text", matchText(sql`r.job_title`), sql`(lower(r.job_title) collate "C")`, true)],
  [
    "stage",
    {
      ...stage,
      order: {
        keys: [sql`array_position(${[...stages]}::text[], r.stage)`],
        nullable: true,
        walk: {
          by: "steps",
          steps: stages.map((each, place) => ({ rank: place + 1, from: null, where: sql<boolean>`r.stage = ${each}` })),
        },
      },
    },
  ],
  ["tags", tagsColumn(table)],
  ["owner", { ...own("record", "owner_person_id", true), order: byRecord("owner_person_id", table) }],
  ["source", sourceColumn()],
  ["language", plainColumn("choice", matchChoice(language, "text"), language, true)],
  ["timeZone", plainColumn("text", matchText(sql`r.time_zone`), sql`(lower(r.time_zone) collate "C")`, true)],
  [
    "role",
    {
      ...plainColumn("choice", matchChoice(role, "text"), sql`array_position(${[...roles]}::text[], ${role})`, true),
      find: (asked) => {
        if (asked.is === "filled") return heldBy(sql`true`);
        if (asked.is !== "chosen" || asked.how !== "any-of") return null;
        return heldBy(sql`o.role = any (${[...asked.chosen]}::text[])`);
      },
    },
  ],
  [
    "member",
    {
      ...plainColumn("boolean", matchFlag(member), member, false),
      find: (asked) =>
        asked.is === "flag" && asked.value
          ? { ids: holders("login"), inOrder: false, once: false, exact: false }
          : null,
    },
  ],
  ["createdAt", own("instant", "created_at", false)],
  ["updatedAt", own("instant", "updated_at", false)],
  ["lastActivityAt", own("instant", "last_activity_at", true)],
];

/** By what names are sorted by, which is also how they are read: 张 is found by zhang. */
function nameColumn(): GridColumn {
  const text = matchText(sql`r.full_name`);
  return {
    kind: "text",
    matches: (asked) => {
      if (asked.is !== "text" || asked.how !== "contains" || /\p{Script=Han}/u.test(asked.text)) return text(asked);
      return sql<boolean>`(strpos(r.sort_name, ${sortName({ fullName: asked.text })}::text) > 0 or ${text(asked)})`;
    },
    find: () => null,
    order: { keys: [sql`r.sort_name`], nullable: false, walk: { by: "rows" } },
  };
}
