import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { BatchItem } from "../plan/plan-batch.ts";
import { BatchRoll } from "../plan/roll.ts";
import { type Loaded, loadPeople } from "./load-people.ts";

interface Held {
  readonly kind: string;
  readonly provider: string;
  readonly value: string;
  readonly root: Id<"person">;
}

/**
 * Whoever is known by an identity of these rows, in one look at all of them. Of merged records the one that stays is
 * known; nobody is who was erased.
 */
export async function loadRoll(ctx: Ctx, items: readonly BatchItem[], { positions }: Loaded): Promise<BatchRoll> {
  const held = await findHolders(ctx, items);
  const people = await loadPeople(ctx, [...new Set(held.map(({ root }) => root))], { positions });
  const roll = new BatchRoll();
  for (const { root, ...identity } of held) {
    const person = people.get(root);
    if (identity.kind === "external") {
      if (person) roll.hold(identity, person);
    } else roll.claim(identity, person ?? "erased");
  }
  return roll;
}

async function findHolders(ctx: Ctx, items: readonly BatchItem[]): Promise<Held[]> {
  const [kinds, providers, values]: [string[], string[], string[]] = [[], [], []];
  const ask = (kind: string, { provider, value }: { provider: string; value: string }) => {
    kinds.push(kind);
    providers.push(provider);
    values.push(value);
  };
  for (const item of items) {
    if (item.kind !== "row" || item.row.outcome !== "person") continue;
    for (const identity of item.row.identities) ask(identity.kind, identity);
    for (const outside of item.row.outsideIds) ask("external", outside);
  }
  if (kinds.length === 0) return [];
  // One by one, each by its unique key: as a join, every identity of every hall is read for each batch.
  const { rows } = await sql<Held>`
    select w.kind, w.provider, w.value, held.root
    from unnest(${kinds}::text[], ${providers}::text[], ${values}::text[]) w (kind, provider, value)
    cross join lateral (
      select coalesce(p.canonical_id, p.id) as root
      from person_identity i join person p on p.tenant_id = i.tenant_id and p.id = i.person_id
      where i.tenant_id = ${ctx.tenant.id} and i.kind = w.kind and i.provider = w.provider and i.value = w.value
      limit 1
    ) held`.execute(ctx.db);
  return rows;
}
