import { type Filter, fieldColumn, type GridQuestion } from "@guildhall/core/grid";
import type { Crowd } from "./seed-crowd.ts";

/** A question in the grid's language, and the condition and order that somebody would write for it by hand. */
export interface BothWays {
  readonly question: GridQuestion;
  readonly where: string;
  readonly order: string;
}

interface Condition {
  readonly filter: Filter;
  readonly where: string;
}

/** As many questions as asked for, the same in every run: up to three filters, any indexed order, every twentieth of them anticorrelated. */
export function questionsOf(crowd: Crowd, count: number): BothWays[] {
  const random = mulberry(20_260_302);
  const pick = <Value>(from: readonly Value[]): Value => {
    const value = from[Math.floor(random() * from.length)];
    if (value === undefined) throw new Error("There is nothing to pick from.");
    return value;
  };
  const conditions = conditionsOf(crowd);
  const orders = ordersOf(crowd);
  return Array.from({ length: count }, (_, n) => {
    const chosen =
      n % 20 === 0 ? apart(crowd) : Array.from({ length: Math.floor(random() * 4) }, () => pick(conditions));
    const [column, order] = pick(orders);
    const direction = pick(["asc", "desc"] as const);
    return {
      question: {
        search: null,
        filter: chosen.length > 0 ? { all: chosen.map(({ filter }) => filter) } : null,
        sort: { column, direction },
      },
      where: chosen.map(({ where }) => where).join(" and ") || "true",
      order: `${order} ${direction} nulls last, r.id ${direction}`,
    };
  });
}

const text = (id: string) => `(r.fields ->> '${id}')`;

/** Who lives in one region is reached by the channel of another: each three in ten, both nobody. */
function apart({ fields }: Crowd): Condition[] {
  return (["region", "channel"] as const).map((key) => ({
    filter: { column: fieldColumn(fields[key]), is: "any-of", chosen: ["north"] },
    where: `${text(fields[key])} = 'north'`,
  }));
}

function conditionsOf({ fields, tags }: Crowd): Condition[] {
  const of = (key: keyof typeof fields) => fieldColumn(fields[key]);
  const number = (key: keyof typeof fields) => `${text(fields[key])}::numeric`;
  const options = (key: "tier" | "region", ...chosen: string[]): Condition => ({
    filter: { column: of(key), is: "any-of", chosen },
    where: `${text(fields[key])} in (${chosen.map((each) => `'${each}'`).join(", ")})`,
  });
  const below = (limit: number): Condition => ({
    filter: { column: of("score"), is: "lt", number: limit },
    where: `${number("score")} < ${limit}`,
  });
  const stage = (...chosen: string[]): Condition => ({
    filter: { column: "stage", is: "any-of", chosen },
    where: `r.stage in (${chosen.map((each) => `'${each}'`).join(", ")})`,
  });
  const tagged = (id: string): Condition => ({
    filter: { column: "tags", is: "any-of", chosen: [id] },
    where: `r.tag_ids && array['${id}']::uuid[]`,
  });
  const since = (column: "createdAt" | "lastActivityAt", name: string, day: string): Condition => ({
    filter: { column, is: "after", day },
    where: `${name} >= (date '${day}' + 1)::timestamp at time zone 'Asia/Shanghai'`,
  });
  return [
    options("tier", "a"),
    options("tier", "b"),
    options("tier", "c"),
    options("tier", "d"),
    options("tier", "b", "d"),
    options("region", "west"),
    options("region", "north", "south"),
    below(100),
    below(10_000),
    below(100_000),
    below(500_000),
    below(900_000),
    stage("lead"),
    stage("customer"),
    stage("partner"),
    stage("past", "partner"),
    tagged(tags.regular),
    tagged(tags.vip),
    tagged(tags.press),
    since("createdAt", "r.created_at", "2025-07-01"),
    since("createdAt", "r.created_at", "2024-03-01"),
    since("lastActivityAt", "r.last_activity_at", "2026-02-01"),
    since("lastActivityAt", "r.last_activity_at", "2024-09-01"),
    { filter: { column: of("rare"), is: "filled" }, where: `${text(fields.rare)} is not null` },
    { filter: { column: of("letter"), is: "true" }, where: `${text(fields.letter)} = 'true'` },
    { filter: { column: of("letter"), is: "false" }, where: `${text(fields.letter)} = 'false'` },
    { filter: { column: of("city"), is: "is", text: "City 3" }, where: `lower(${text(fields.city)}) = 'city 3'` },
    {
      filter: { column: of("interests"), is: "any-of", chosen: ["ski"] },
      where: `r.fields -> '${fields.interests}' ? 'ski'`,
    },
    {
      filter: { column: of("interests"), is: "none-of", chosen: ["hike"] },
      where: `(r.fields -> '${fields.interests}' ? 'hike') is not true`,
    },
    {
      filter: { column: of("birthday"), is: "between", from: "1980-01-01", to: "1989-12-31" },
      where: `${text(fields.birthday)} between '1980-01-01' and '1989-12-31'`,
    },
    {
      filter: { column: of("spent"), is: "gt", amount: { amount: 400_000, currency: "CNY" } },
      where: `r.fields #>> '{${fields.spent},currency}' = 'CNY' and (r.fields #>> '{${fields.spent},amount}')::numeric > 400000`,
    },
    { filter: { column: "owner", is: "empty" }, where: "r.owner_person_id is null" },
    {
      filter: {
        any: [
          { column: "stage", is: "any-of", chosen: ["partner"] },
          { column: of("tier"), is: "any-of", chosen: ["d"] },
        ],
      },
      where: `(r.stage = 'partner' or ${text(fields.tier)} = 'd')`,
    },
  ];
}

function ordersOf({ fields }: Crowd): [string, string][] {
  return [
    ["name", "r.sort_name"],
    ["email", "r.email"],
    ["phone", "r.phone"],
    ["createdAt", "r.created_at"],
    ["updatedAt", "r.updated_at"],
    ["lastActivityAt", "r.last_activity_at"],
    ["stage", "array_position(array['lead', 'prospect', 'customer', 'partner', 'past'], r.stage)"],
    ["company", "(select c.sort_name from company c where c.tenant_id = r.tenant_id and c.id = r.company_id)"],
    [fieldColumn(fields.score), `${text(fields.score)}::numeric`],
    [fieldColumn(fields.birthday), text(fields.birthday)],
    [fieldColumn(fields.rare), `${text(fields.rare)}::numeric`],
    [fieldColumn(fields.tier), text(fields.tier)],
  ];
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
