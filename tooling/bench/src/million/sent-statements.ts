import { type Ctx, type DB, kyselyOver, type Scope } from "@guildhall/db";
import type { KyselyPlugin } from "kysely";
import type pg from "pg";

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** What `ask` sends to the database over `client`, with what it makes of the answers. */
export async function sentStatements(
  client: pg.Client,
  scope: Scope,
  ask: (ctx: Ctx) => Promise<unknown>,
  plugins: readonly KyselyPlugin[] = [],
): Promise<{ statements: readonly Statement[]; answer: unknown }> {
  const statements: Statement[] = [];
  const listening = kyselyOver<DB>({
    query: (text, values) => {
      statements.push({ text, values });
      return client.query(text, values);
    },
  });
  const db = plugins.reduce((plugged, plugin) => plugged.withPlugin(plugin), listening);
  const answer = await ask({ ...scope, db, wake: () => undefined });
  return { statements, answer };
}
