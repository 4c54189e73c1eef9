import {
  type Ctx,
  findNothing,
  type GridColumn,
  type GridSource,
  matchRange,
  matchText,
  ownColumn,
} from "@guildhall/db";
import { sql } from "kysely";
import type { Field } from "../fields/field.ts";
import { fieldSources } from "./field-columns.ts";
import { listGridFields } from "./list-fields.ts";
import { loadCompanies } from "./load-companies.ts";
import type { CompanyRow } from "./person-row.ts";
import { searchCompanies } from "./search-companies.ts";
import { byRecord, plainColumn, sourceColumn, tagsColumn } from "./shared-columns.ts";

const table = sql`company`;
const indexed = sql<boolean>`true`;

/** The companies of the hall as a grid asks the database about them. */
export async function companySource(ctx: Pick<Ctx, "db">): Promise<GridSource<CompanyRow> & { fields: Field[] }> {
  const fields = await listGridFields(ctx, "company");
  return {
    name: "companies",
    table,
    base: sql<boolean>`true`,
    hidden: null,
    columns: new Map([...ownColumns, ...fieldSources(fields, table)]),
    sort: { column: "createdAt", direction: "desc" },
    search: searchCompanies,
    load: (inside, ids) => loadCompanies(inside, ids, fields),
    fields,
  };
}

const own = (kind: "text" | "instant" | "record", name: string, nullable: boolean) =>
  ownColumn(kind, { table, name, indexed, nullable });

const people = sql`(select count(*) from person p where p.tenant_id = r.tenant_id and p.company_id = r.id and p.canonical_id is null)`;

const ownColumns: [string, GridColumn][] = [
  [
    "name",
    {
      kind: "text",
      matches: matchText(sql`r.name`),
      find: findNothing,
      order: { keys: [sql`r.sort_name`], nullable: false, walk: { by: "rows" } },
    },
  ],
  ["domains", domainsColumn()],
  ["parent", { ...own("record", "parent_id", true), order: byRecord("parent_id", table) }],
  ["owner", { ...own("record", "owner_person_id", true), order: byRecord("owner_person_id", sql`person`) }],
  ["tags", tagsColumn(table)],
  ["people", plainColumn("number", matchRange(people, "numeric"), people, false)],
  ["source", sourceColumn()],
  ["createdAt", own("instant", "created_at", false)],
  ["updatedAt", own("instant", "updated_at", false)],
];

/** Found by any of a company's domains; sorted by the first. */
function domainsColumn(): GridColumn {
  const of = sql`from company_domain d where d.tenant_id = r.tenant_id and d.company_id = r.id`;
  const one = matchText(sql`d.domain`);
  return {
    kind: "text",
    matches: (asked) => {
      if (asked.is === "empty") return sql<boolean>`not exists (select ${of})`;
      if (asked.is === "filled") return sql<boolean>`exists (select ${of})`;
      if (asked.is === "text" && asked.how === "is-not")
        return sql<boolean>`not exists (select ${of} and ${one({ ...asked, how: "is" })})`;
      return sql<boolean>`exists (select ${of} and ${one(asked)})`;
    },
    find: findNothing,
    order: { keys: [sql`((select min(d.domain) ${of}) collate "C")`], nullable: true, walk: null },
  };
}
