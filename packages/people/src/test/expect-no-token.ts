import type { TestDatabase } from "@guildhall/testing";
import { expect } from "vitest";

/** Fails where one of these secrets stands in a table, but for the mail that still waits to be sent. */
export async function expectNoToken(db: TestDatabase, tokens: readonly string[]): Promise<void> {
  const { rows } = await db.owner.query(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'message'",
  );
  for (const { relname } of rows)
    for (const token of tokens) {
      expect(token.length).toBeGreaterThan(40);
      const found = await db.owner.query(`select from ${relname} t where to_jsonb(t)::text like '%' || $1 || '%'`, [
        token,
      ]);
      expect(found.rowCount, `in ${relname}`).toBe(0);
    }
}
