import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { root } from "../root.ts";

/**
 * Runs the compose file's apps/web/database/roles.sql as psql would: `\getenv` takes a name from the environment,
 * :"name" and :'name' put it into a statement.
 */
export async function makeRoles(superuserUrl: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const text = readFileSync(join(root, "apps/web/database/roles.sql"), "utf8").replace(/^--.*$/gm, "");
  const names = new Map([...text.matchAll(/^\\getenv (\w+) (\w+)$/gm)].map(([, name, variable]) => [name, variable]));
  const given = (name: string) => {
    const value = environment[names.get(name) ?? ""];
    if (value === undefined) throw new Error(`roles.sql asks for ${name}, which nothing gives.`);
    return value;
  };
  const sql = text
    .replace(/^\\getenv .*$/gm, "")
    .replace(/:"(\w+)"/g, (_, name: string) => pg.escapeIdentifier(given(name)))
    .replace(/:'(\w+)'/g, (_, name: string) => pg.escapeLiteral(given(name)));

  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const statement of sql.split(";").filter((each) => each.trim())) await client.query(statement);
  } finally {
    await client.end();
  }
}
