import type { Page, PageOf } from "@guildhall/core";
import type { GridQuestion } from "@guildhall/core/grid";
import { type Ctx, type GridCount, gridCount, gridPage } from "@guildhall/db";
import { roles } from "@guildhall/tenancy/schemas";
import { peoplePolicy } from "../people/person.policy.ts";
import { stages } from "../people/person.ts";
import { fieldColumns } from "./field-columns.ts";
import type { GridColumn } from "./grid-column.ts";
import { listGridFields } from "./list-fields.ts";
import { pageColumn as column, listed } from "./page-column.ts";
import { peopleSource } from "./people-source.ts";
import type { PersonRow } from "./person-row.ts";
import { recordSources } from "./record-sources.ts";

interface Asked {
  readonly question: GridQuestion;
  readonly page: Page;
}

/** A page of the people of the hall, with how many match; for those who may see them. */
export async function listPeopleGrid(
  ctx: Ctx,
  { question, page }: Asked,
): Promise<PageOf<PersonRow> & { readonly count: GridCount }> {
  peoplePolicy.require(ctx.actor, "view", null);
  return gridPage(ctx, await peopleSource(ctx), question, page);
}

/** How many people match, exact up to 10,000. */
export async function countPeopleGrid(ctx: Ctx, question: GridQuestion): Promise<GridCount> {
  peoplePolicy.require(ctx.actor, "view", null);
  return gridCount(ctx, await peopleSource(ctx), question);
}

/** What there is to show, sort and filter by of people. */
export async function peopleColumns(ctx: Ctx): Promise<GridColumn[]> {
  peoplePolicy.require(ctx.actor, "view", null);
  const mayEdit = ctx.actor.can("people.edit");
  return [...ownColumns(mayEdit), ...fieldColumns(await listGridFields(ctx, "person"), mayEdit)];
}

function ownColumns(editable: boolean): GridColumn[] {
  return [
    column("name", "text", 240, { editable }),
    column("email", "text", 240),
    column("phone", "text", 160),
    column("company", "record", 200, { target: "company" }),
    column("jobTitle", "text", 180),
    column("stage", "choice", 120, { editable, options: listed(stages) }),
    column("tags", "choices", 200, { editable, target: "tag" }),
    column("owner", "record", 160, { editable, target: "staff" }),
    column("source", "choice", 140, { options: listed(recordSources) }),
    column("language", "choice", 110, { editable, options: listed(["en", "zh-CN"]) }),
    column("timeZone", "text", 160, { editable }),
    column("role", "choice", 120, { options: listed(roles) }),
    column("member", "boolean", 100),
    column("createdAt", "instant", 140),
    column("updatedAt", "instant", 140),
    column("lastActivityAt", "instant", 140),
  ];
}
