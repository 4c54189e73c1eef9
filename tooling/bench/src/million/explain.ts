import { inside } from "./inside.ts";
import type { OpenHall } from "./open-hall.ts";
import type { Statement } from "./sent-statements.ts";

/** How PostgreSQL answers each statement under row-level security. */
export function explain({ app, scope }: OpenHall, statements: readonly Statement[]): Promise<string> {
  return inside(app, scope.tenant.id, async () => {
    const plans: string[] = [];
    for (const { text, values } of statements) {
      const { rows } = await app.query<{ "QUERY PLAN": string }>(`explain (analyze, buffers) ${text}`, values);
      plans.push(...rows.map((row) => `    ${row["QUERY PLAN"]}`));
    }
    return plans.join("\n");
  });
}
