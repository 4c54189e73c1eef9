import { type Id, idSchema, type Locale } from "@guildhall/core";
import { type Condition, conditionsOf, filterSchema, type GridQuestion } from "@guildhall/core/grid";
import type { Ctx } from "@guildhall/db";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { listPeopleGrid, listViews, peopleColumns } from "@guildhall/people";
import { z } from "zod";
import { cellsOf, headingOf } from "./list-cells.ts";
import { defineLiveBlock, type FoundLive } from "./live-block-kind.ts";
import { nameOfFilter, shortFilters } from "./short-filters.ts";

const mostRows = 10;
const mostColumns = 3;
const mostConditions = 8;

/**
 * A filter that may stand in a document: of choices, days and yes or no. Words and sums that somebody looks for would be
 * told to whoever reads the document; those are kept in a view.
 */
const quietFilter = filterSchema.refine((filter) => {
  const conditions = conditionsOf(filter);
  return conditions.length <= mostConditions && conditions.every(isQuiet);
});

function isQuiet(condition: Condition): boolean {
  if ("text" in condition || "number" in condition || "amount" in condition) return false;
  if (condition.is !== "between") return true;
  return [condition.from, condition.to].every(
    (end) => typeof end === "string" || (typeof end === "object" && !("currency" in end)),
  );
}

const listParams = z.union([
  z.strictObject({ viewId: idSchema("saved_view") }),
  z.strictObject({ filter: quietFilter }),
]);

/** The first of those whom a saved view or a short filter finds, and how many there are. */
export const peopleListBlock = defineLiveBlock({
  kind: "people-list",
  permission: "people.view",
  params: listParams,
  follows: { ofThese: [], any: ["people.", "tenancy.change-set-"] },
  words: (locale) => ({
    label: m.live_blocks_list({}, { locale }),
    ask: m.live_blocks_ask_list({}, { locale }),
  }),
  load: async (ctx, params) => {
    if ("filter" in params) {
      const { filter } = params;
      return listOf(ctx, {
        title: await nameOfFilter(ctx, filter),
        path: `people?${new URLSearchParams({ filter: JSON.stringify(filter) })}`,
        question: { search: null, filter, sort: null },
        columns: null,
      });
    }
    const view = await findView(ctx, params.viewId);
    if (!view) return null;
    return listOf(ctx, {
      title: view.name,
      path: `people?${new URLSearchParams({ view: view.id })}`,
      question: view.state,
      columns: view.state.columns?.map(({ id }) => id) ?? null,
    });
  },
  choices: async (ctx, query) => {
    const asked = query.trim().toLowerCase();
    const views = (await listViews(ctx, "people")).filter(({ name }) => name.toLowerCase().includes(asked));
    const say = (word: typeof m.live_blocks_view) => word({}, { locale: ctx.locale });
    return [
      ...views.slice(0, 8).map(({ id, name, shared }) => ({
        label: name,
        hint: say(shared ? m.live_blocks_view : m.live_blocks_view_own),
        face: null,
        params: { viewId: id },
      })),
      ...(await shortFilters(ctx, asked)).map(({ label, filter }) => ({
        label,
        hint: null,
        face: null,
        params: { filter },
      })),
    ];
  },
});

/** A view that whoever reads may look through. */
async function findView(ctx: Ctx, viewId: Id<"saved_view">) {
  return (await listViews(ctx, "people")).find(({ id }) => id === viewId) ?? null;
}

interface Listed {
  readonly title: string;
  readonly path: string;
  readonly question: GridQuestion;
  readonly columns: readonly string[] | null;
}

const usualColumns = ["stage", "company", "owner"];

async function listOf(ctx: Ctx, { title, path, question, columns }: Listed): Promise<FoundLive> {
  const { locale } = ctx;
  const there = new Map((await peopleColumns(ctx)).map((column) => [column.id, column]));
  const shown = (columns ?? usualColumns)
    .flatMap((id) => (id === "name" ? [] : (there.get(id) ?? [])))
    .slice(0, mostColumns);
  const { search, filter, sort } = question;
  const { rows, count } = await listPeopleGrid(ctx, {
    question: { search, filter, sort },
    page: { size: mostRows, cursor: null },
  });
  return {
    shown: {
      shape: "list",
      title,
      path,
      total: m.live_blocks_total({ figure: figureOf(count.count, count.more, locale), count: count.count }, { locale }),
      columns: shown.map((column) => headingOf(column, locale)),
      rows: rows.map((row) => ({
        id: row.id,
        title: row.fullName,
        path: `people/${row.id}`,
        face: { id: row.id, fileId: row.avatarFileId },
        cells: cellsOf(row, shown, { locale, zone: ctx.tenant.timeZone }),
      })),
      rest:
        count.count > rows.length
          ? m.live_blocks_rest({ figure: figureOf(count.count - rows.length, count.more, locale) }, { locale })
          : null,
    },
    about: null,
  };
}

function figureOf(count: number, more: boolean, locale: Locale): string {
  return `${formatNumber(count, locale)}${more ? "+" : ""}`;
}
