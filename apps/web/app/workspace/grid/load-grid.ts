import { AppError, type PageOf } from "@guildhall/core";
import { conditionsOf, type GridQuestion } from "@guildhall/core/grid";
import type { Ctx } from "@guildhall/db";
import {
  companyColumns,
  listAudiences,
  listCompaniesGrid,
  listPeopleGrid,
  listStaff,
  listTags,
  listViews,
  peopleColumns,
} from "@guildhall/people";
import { type GridColumn, type GridName, stages } from "@guildhall/people/schemas";
import type { GridPage } from "@guildhall/ui/grid";
import { seeOther } from "../../server/define-route.ts";
import { wordsIn } from "../../shell/words.ts";
import { gridColumns } from "./grid-columns.ts";
import { rowOfCompany, rowOfPerson } from "./grid-rows.ts";
import { standingAt } from "./grid-search.ts";
import { namesIn } from "./names-in.ts";
import { plainFilterAddress } from "./plain-filter-address.ts";

/** Rows that are fetched at a time. */
const pageSize = 100;

interface Asked {
  readonly slug: string;
  readonly question: GridQuestion;
  readonly cursor: string | null;
}

/** A page of a grid as its component takes it, with how many rows match. */
export async function loadPage(
  ctx: Ctx,
  grid: GridName,
  columns: readonly GridColumn[],
  { slug, question, cursor }: Asked,
) {
  const page = { size: pageSize, cursor };
  if (grid === "people") {
    const found = await listPeopleGrid(ctx, { question, page });
    return asPage(found, (row) => rowOfPerson(slug, columns, row));
  }
  const found = await listCompaniesGrid(ctx, { question, page });
  return asPage(found, (row) => rowOfCompany(slug, columns, row));
}

function asPage<Row>(
  found: PageOf<Row> & { readonly count: { readonly count: number; readonly more: boolean } },
  asRow: (row: Row) => GridPage["rows"][number],
) {
  const { rows, previous, next, count } = found;
  return { page: { rows: rows.map(asRow), previous, next }, count };
}

export function columnsOf(ctx: Ctx, grid: GridName): Promise<GridColumn[]> {
  return grid === "people" ? peopleColumns(ctx) : companyColumns(ctx);
}

/** Everything that the page of a grid shows at an address. A question that cannot be asked any more is left out, and that is said. */
export async function loadGrid(
  ctx: Ctx,
  grid: GridName,
  { slug, url, cursor }: { slug: string; url: URL; cursor: string | null },
) {
  const views = await listViews(ctx, grid);
  const standing = standingAt(url, views);
  const columns = await columnsOf(ctx, grid);
  const [tags, staff] = [await listTags(ctx), await staffOf(ctx)];
  const filtered = plainFilterAddress(url, {
    ...{ slug, grid, view: standing.view },
    columns: gridColumns(grid, columns, { tags, staff }, wordsIn(ctx.locale)),
  });
  if (filtered) throw seeOther(filtered);
  const ask = (question: GridQuestion) => loadPage(ctx, grid, columns, { slug, question, cursor });
  const { search, filter, sort } = standing.state;
  const known = askable(columns, { search, filter, sort });
  const { page, count } = await ask(known.question);
  const mayBulkEdit = ctx.actor.can("people.bulk-edit");
  return {
    columns,
    views,
    view: standing.view?.id ?? null,
    gone: standing.gone,
    broken: standing.broken || known.broken || url.searchParams.has("unread"),
    cursor,
    page,
    count,
    tags,
    staff,
    mayEdit: ctx.actor.can(grid === "people" ? "people.edit" : "companies.edit"),
    mayBulkEdit,
    audiences: mayBulkEdit && grid === "people" ? await listsOf(ctx) : [],
    names: await namesIn(ctx, columns, known.question.filter),
  };
}

export type GridData = Awaited<ReturnType<typeof loadGrid>>;

/** What there is to choose from for many rows. */
export async function bulkChoices(ctx: Ctx, grid: GridName) {
  const people = grid === "people";
  return {
    tags: await listTags(ctx),
    staff: await staffOf(ctx),
    audiences: people ? await listsOf(ctx) : [],
    stages: people ? [...stages] : [],
  };
}

async function staffOf(ctx: Ctx) {
  const { rows } = await listStaff(ctx, { size: 200, cursor: null });
  return rows.map(({ personId, fullName }) => ({ id: personId, name: fullName }));
}

async function listsOf(ctx: Ctx) {
  const { rows } = await listAudiences(ctx, { size: 200, cursor: null }, "list");
  return rows.map(({ id, name }) => ({ id, name }));
}

/** What asks of a column that is gone is asked no more. */
function askable(columns: readonly GridColumn[], question: GridQuestion): { question: GridQuestion; broken: boolean } {
  const known = new Set(columns.map(({ id }) => id));
  const filter =
    question.filter && conditionsOf(question.filter).every(({ column }) => known.has(column)) ? question.filter : null;
  const sort = question.sort && known.has(question.sort.column) ? question.sort : null;
  return { question: { ...question, filter, sort }, broken: filter !== question.filter || sort !== question.sort };
}

/** What went wrong, for a script that asked. */
export function troubleOf(
  error: unknown,
): { readonly code: string; readonly params: Readonly<Record<string, unknown>> } | null {
  return error instanceof AppError ? { code: codeOf(error), params: error.params } : null;
}

function codeOf({ code, fields }: AppError): string {
  const [first] = Object.values(fields).flat();
  return first ?? code;
}
