import type { Id } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { countPeople, getPerson, listPeople } from "@guildhall/people";
import { listAudit } from "@guildhall/tenancy";

/** Something that a page of the workspace asks, in the product's own words. */
export interface Read {
  readonly name: string;
  ask(ctx: Ctx): Promise<unknown>;
}

const size = 50;
const firstPage = { size, cursor: null };

/** What staff read about a hall and about `personId` in it; deep pages begin beyond `deep` rows. */
export async function staffReads(ctx: Ctx, personId: Id<"person">, deep: number): Promise<Read[]> {
  const deepInPeople = { size, cursor: await cursorBeyondPeople(ctx, deep) };
  const deepInHistory = { size, cursor: await cursorBeyondHistory(ctx, deep) };
  const backFromThere = { size, cursor: (await listPeople(ctx, deepInPeople)).previous };
  const subject = { type: "person", id: personId };
  const beyond = `beyond row ${deep.toLocaleString("en")}`;
  return [
    { name: "people, first page", ask: (inside) => listPeople(inside, firstPage) },
    { name: `people, ${beyond}`, ask: (inside) => listPeople(inside, deepInPeople) },
    { name: "people, a page back from there", ask: (inside) => listPeople(inside, backFromThere) },
    { name: "count of people", ask: (inside) => countPeople(inside) },
    { name: "one person with identities", ask: (inside) => getPerson(inside, personId) },
    { name: "one person's history", ask: (inside) => listAudit(inside, { page: firstPage, subject }) },
    { name: "history, first page", ask: (inside) => listAudit(inside, { page: firstPage }) },
    { name: `history, ${beyond}`, ask: (inside) => listAudit(inside, { page: deepInHistory }) },
  ];
}

/** A cursor belongs to an order and to no list, so a list of nothing but its places is enough to come by one. */
async function cursorBeyondPeople(ctx: Ctx, rows: number): Promise<string> {
  const places = ctx.db.selectFrom("person").select(["id", "created_at"]).where("canonical_id", "is", null);
  const page = await keyset(places, { size: rows, cursor: null }, { columns: ["created_at", "id"], direction: "desc" });
  return page.next ?? noneBeyond(rows);
}

async function cursorBeyondHistory(ctx: Ctx, rows: number): Promise<string> {
  const places = ctx.db.selectFrom("audit_entry").select(["id", "at"]);
  const page = await keyset(places, { size: rows, cursor: null }, { columns: ["at", "id"], direction: "desc" });
  return page.next ?? noneBeyond(rows);
}

function noneBeyond(rows: number): never {
  throw new Error(`There is nothing beyond row ${rows}.`);
}
