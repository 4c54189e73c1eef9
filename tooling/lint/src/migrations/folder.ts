import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../finding.ts";

export const migrationFolder = "packages/db/migrations";

export interface Migration {
  name: string;
  sql: string;
}

export function readMigrations(top: string): Migration[] {
  const folder = join(top, migrationFolder);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => ({ name, sql: readFileSync(join(folder, name), "utf8") }));
}

/** 0001, 0002, 0003 …: a gap or a number that stands twice is a merge that lost something. */
export function numberFindings(migrations: Migration[]): Finding[] {
  return migrations.flatMap(({ name }, index) => {
    const expected = String(index + 1).padStart(4, "0");
    const file = `${migrationFolder}/${name}`;
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name) || /(?:^|_)(?:down|undo|rollback)\b/.test(name)) {
      return [{ rule: "forward-only", file, message: "a migration is NNNN_what_it_brings.sql and only goes forward" }];
    }
    if (name.startsWith(expected)) return [];
    return [{ rule: "no-gaps", file, message: `${expected} comes next` }];
  });
}
