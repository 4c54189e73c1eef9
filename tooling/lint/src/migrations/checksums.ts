import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../finding.ts";
import { type Migration, migrationFolder } from "./folder.ts";

const checksumFile = `${migrationFolder}/checksums.json`;

type Checksums = Record<string, string>;

/** A released migration has run somewhere: changing it changes nothing there. */
export function checksumFindings(top: string, migrations: Migration[]): Finding[] {
  return Object.entries(read(top)).flatMap(([name, released]) => {
    const file = `${migrationFolder}/${name}`;
    const migration = migrations.find((each) => each.name === name);
    if (!migration) return [{ rule: "released-stays", file, message: "was released and is gone: bring it back" }];
    if (sha256(migration.sql) === released) return [];
    return [
      { rule: "released-stays", file, message: "was released and has changed: put it back and write a new migration" },
    ];
  });
}

/** Records every migration that is not yet recorded. What is recorded stays as it is, changed or not. */
export function acceptMigrations(top: string, migrations: Migration[]): string[] {
  const known = read(top);
  const added = migrations.filter(({ name }) => !(name in known));
  const checksums: Checksums = { ...known, ...Object.fromEntries(added.map(({ name, sql }) => [name, sha256(sql)])) };
  writeFileSync(join(top, checksumFile), `${JSON.stringify(checksums, null, 2)}\n`);
  return added.map(({ name }) => name);
}

function read(top: string): Checksums {
  const path = join(top, checksumFile);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
