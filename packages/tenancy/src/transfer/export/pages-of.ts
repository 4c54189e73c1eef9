import type { Ctx } from "@guildhall/db";
import { CompiledQuery } from "kysely";
import { z } from "zod";

const page = z.array(z.object({ line: z.string() }));

const pageChars = 1024 * 1024;
const mostRows = 1_000;

/**
 * What `statement` gives in its column "line", a few rows at a time: as many as make about a megabyte, by the rows
 * before. Through a cursor, so that there is one plan and one pass, whatever the order.
 */
export async function* pagesOf(ctx: Ctx, statement: string): AsyncGenerator<string[]> {
  const run = async (text: string) => (await ctx.db.executeQuery(CompiledQuery.raw(text))).rows;
  await run(`declare transfer_rows no scroll cursor for ${statement}`);
  for (let size = 16; ; ) {
    const lines = page.parse(await run(`fetch ${size} from transfer_rows`)).map(({ line }) => line);
    if (lines.length === 0) break;
    yield lines;
    const average = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
    size = Math.max(1, Math.min(mostRows, size * 4, Math.floor(pageChars / average)));
  }
  await run("close transfer_rows");
}
