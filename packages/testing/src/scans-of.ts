import { type Ctx, type DB, kyselyOver, type Scope } from "@guildhall/db";
import pg from "pg";
import type { TestDatabase } from "./use-database.ts";

/** How a plan reaches the rows of one table. */
export interface Scan {
  readonly table: string;
  /** "Seq Scan", "Index Scan", … */
  readonly by: string;
  readonly index: string | null;
  /** What the index is entered with; null where it is read from end to end. */
  readonly from: string | null;
  /** Whether what it finds is sorted afterwards, and so read to the end before the first row is there. */
  readonly sorted: boolean;
}

/** The scans of every statement that `ask` sends, as PostgreSQL plans them for the app role inside the tenant. */
export async function scansOf(
  { urls }: TestDatabase,
  scope: Scope,
  ask: (ctx: Ctx) => Promise<unknown>,
): Promise<Scan[]> {
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  try {
    await client.query("begin read only");
    await client.query("select set_config('app.tenant_id', $1, true)", [scope.tenant.id]);
    const scans: Scan[] = [];
    const db = kyselyOver<DB>({
      query: async (text, values) => {
        const { rows } = await client.query<Explained>(`explain (format json) ${text}`, values);
        for (const { "QUERY PLAN": plans } of rows) for (const { Plan } of plans) scans.push(...scansIn(Plan));
        return client.query(text, values);
      },
    });
    await ask({ ...scope, db, wake: () => undefined });
    return scans;
  } finally {
    await client.end();
  }
}

interface Explained {
  "QUERY PLAN": { Plan: PlanNode }[];
}

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: PlanNode[];
}

function scansIn(node: PlanNode, sorted = false): Scan[] {
  const table = node["Relation Name"];
  const own = {
    by: node["Node Type"],
    index: node["Index Name"] ?? null,
    from: node["Index Cond"] ?? null,
    sorted,
  };
  const sorts = sorted || own.by.endsWith("Sort");
  const below = (node.Plans ?? []).flatMap((each) => scansIn(each, sorts));
  return table === undefined ? below : [{ table, ...own }, ...below];
}
