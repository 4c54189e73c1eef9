import type { Locale } from "@guildhall/core";
import type { Condition, Filter } from "@guildhall/core/grid";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { listOwners, listTags } from "@guildhall/people";
import { stageSchema, stages } from "@guildhall/people/schemas";
import { stageIn } from "./stage-in.ts";

interface ShortFilter {
  readonly label: string;
  readonly filter: Condition;
}

const mostTags = 12;
const mostOwners = 8;

/** Filters of one thing, which need no view of their own: a stage, a tag, whoever looks after somebody, who is new. */
export async function shortFilters(ctx: Ctx, query: string): Promise<readonly ShortFilter[]> {
  const { locale } = ctx;
  const fits = ({ label }: ShortFilter) => label.toLowerCase().includes(query);
  const tags = (await listTags(ctx)).map((tag) => ({
    label: tagged(tag.name, locale),
    filter: chosen("tags", tag.id),
  }));
  const owners = (await listOwners(ctx)).map(({ id, fullName }) => ({
    label: caredFor(fullName, locale),
    filter: chosen("owner", id),
  }));
  const own = [
    ...stages.map((stage) => ({ label: stageIn(stage, locale).text, filter: chosen("stage", stage) })),
    { label: m.live_blocks_mine({}, { locale }), filter: chosen("owner", "me") },
    { label: m.live_blocks_new({}, { locale }), filter: newOnes },
  ];
  const found = [
    ...own.filter(fits),
    ...tags.filter(fits).slice(0, mostTags),
    ...owners.filter(fits).slice(0, mostOwners),
  ];
  // 客户 is 客户 first, and 意向客户 after it.
  const place = ({ label }: ShortFilter) => (label.toLowerCase().startsWith(query) ? 0 : 1);
  return found.sort((one, other) => place(one) - place(other));
}

/** What a filter of a document is called: one of those above by its name, another by what it is. */
export async function nameOfFilter(ctx: Ctx, filter: Filter): Promise<string> {
  const { locale } = ctx;
  const unnamed = m.live_blocks_filtered({}, { locale });
  if ("all" in filter || "any" in filter) return unnamed;
  if (JSON.stringify(filter) === JSON.stringify(newOnes)) return m.live_blocks_new({}, { locale });
  if (filter.is !== "any-of" || filter.chosen.length !== 1) return unnamed;
  const [only = ""] = filter.chosen;
  const stage = stageSchema.safeParse(only);
  if (filter.column === "stage" && stage.success) return stageIn(stage.data, locale).text;
  if (filter.column === "owner" && only === "me") return m.live_blocks_mine({}, { locale });
  if (filter.column === "owner") {
    const owner = (await listOwners(ctx)).find(({ id }) => id === only);
    return owner ? caredFor(owner.fullName, locale) : unnamed;
  }
  const tag = filter.column === "tags" ? (await listTags(ctx)).find(({ id }) => id === only) : undefined;
  return tag ? tagged(tag.name, locale) : unnamed;
}

const chosen = (column: string, id: string): Condition => ({ column, is: "any-of", chosen: [id] });
const newOnes: Condition = { column: "createdAt", is: "within", span: { last: 30, unit: "day" } };

const tagged = (name: string, locale: Locale) => m.live_blocks_tagged({ name }, { locale });
const caredFor = (name: string, locale: Locale) => m.live_blocks_owned({ name }, { locale });
