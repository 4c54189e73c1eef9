import { type Finding, report } from "./finding.ts";
import { checksumFindings } from "./migrations/checksums.ts";
import { type Migration, migrationFolder, numberFindings, readMigrations } from "./migrations/folder.ts";
import { createdTables, type History, rules } from "./migrations/rules.ts";
import { type Statement, statements } from "./migrations/statements.ts";
import { root } from "./root.ts";

/** Migrations go forward, stay as they were released, and may run while the old version still serves. */
export function checkMigrations(top: string): Finding[] {
  const migrations = readMigrations(top);
  return [...numberFindings(migrations), ...checksumFindings(top, migrations), ...statementFindings(migrations)];
}

/** Reads all migrations in their order, remembering what each finds already there. */
export function statementFindings(migrations: Migration[]): Finding[] {
  const earlierTables = new Set<string>();
  const earlierStatements: Statement[] = [];
  return migrations.flatMap(({ name, sql }) => {
    const file = `${migrationFolder}/${name}`;
    const written = statements(sql);
    const findings = written.flatMap((statement) => {
      const broken = judge(statement, { earlierTables, earlierStatements });
      earlierStatements.push(statement);
      return broken.map((finding) => ({ ...finding, file, line: statement.line }));
    });
    for (const table of written.flatMap(createdTables)) earlierTables.add(table);
    return [...findings, ...aloneFindings(file, written)];
  });
}

/** What is made concurrently runs outside of a transaction, and so can share it with nothing. */
function aloneFindings(file: string, written: readonly Statement[]): Finding[] {
  return written
    .filter(({ text }) => written.length > 1 && / index concurrently /.test(text))
    .map(({ line }) => ({
      file,
      line,
      rule: "concurrently-alone",
      message: "it runs outside of a transaction: give it a migration of its own",
    }));
}

function judge(statement: Statement, history: History): { rule: string; message: string }[] {
  const broken = rules
    .filter((rule) => rule.breaks(statement, history) && (rule.always || !statement.contract))
    .map(({ name, instead }) => ({ rule: name, message: instead }));
  if (statement.contract !== "") return broken;
  return [
    ...broken,
    { rule: "contract-says-why", message: "write `-- contract: why no running version needs it any more`" },
  ];
}

if (import.meta.main) report(checkMigrations(root));
