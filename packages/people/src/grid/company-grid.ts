import type { Page, PageOf } from "@guildhall/core";
import type { GridQuestion } from "@guildhall/core/grid";
import { type Ctx, type GridCount, gridCount, gridPage } from "@guildhall/db";
import { peoplePolicy } from "../people/person.policy.ts";
import { companySource } from "./company-source.ts";
import { fieldColumns } from "./field-columns.ts";
import type { GridColumn } from "./grid-column.ts";
import { listGridFields } from "./list-fields.ts";
import { pageColumn as column, listed } from "./page-column.ts";
import type { CompanyRow } from "./person-row.ts";
import { recordSources } from "./record-sources.ts";

interface Asked {
  readonly question: GridQuestion;
  readonly page: Page;
}

/** A page of the companies of the hall, with how many match; for those who may see people. */
export async function listCompaniesGrid(
  ctx: Ctx,
  { question, page }: Asked,
): Promise<PageOf<CompanyRow> & { readonly count: GridCount }> {
  peoplePolicy.require(ctx.actor, "view", null);
  return gridPage(ctx, await companySource(ctx), question, page);
}

/** How many companies match, exact up to 10,000. */
export async function countCompaniesGrid(ctx: Ctx, question: GridQuestion): Promise<GridCount> {
  peoplePolicy.require(ctx.actor, "view", null);
  return gridCount(ctx, await companySource(ctx), question);
}

/** What there is to show, sort and filter by of companies. */
export async function companyColumns(ctx: Ctx): Promise<GridColumn[]> {
  peoplePolicy.require(ctx.actor, "view", null);
  const editable = ctx.actor.can("companies.edit");
  return [
    column("name", "text", 240, { editable }),
    column("domains", "text", 200),
    column("parent", "record", 200, { editable, target: "company" }),
    column("owner", "record", 160, { editable, target: "staff" }),
    column("tags", "choices", 200, { editable, target: "tag" }),
    column("people", "number", 100),
    column("source", "choice", 140, { options: listed(recordSources) }),
    column("createdAt", "instant", 140),
    column("updatedAt", "instant", 140),
    ...fieldColumns(await listGridFields(ctx, "company"), editable),
  ];
}
