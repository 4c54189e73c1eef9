import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { type Locale, notFound } from "@guildhall/core";
import { type Database, findTenantBySlug, openDatabase, systemScope } from "@guildhall/db";
import { backupToFile, restoreFromFile } from "@guildhall/db/copy";
import { migrate } from "@guildhall/db/migrate";
import { openFileStore } from "@guildhall/files";
import { negotiateLocale } from "@guildhall/i18n";
import { sayOperatorError } from "@guildhall/i18n/operator-errors";
import { requeueMessages } from "@guildhall/mail";
import { rebuildTimeline } from "@guildhall/people";
import { suiteTimeline } from "@guildhall/suite";
import { exportTenant, importTenant } from "@guildhall/tenancy";
import { generateSchemaTypes } from "./generate-schema-types.ts";
import { type Installation, openInstallation } from "./installation.ts";
import { say } from "./progress.ts";
import { writeDemoDump } from "./write-demo-dump.ts";

interface Errand {
  readonly use: string;
  readonly what: string;
  run(words: readonly string[]): Promise<void>;
}

const errands: Readonly<Record<string, Errand>> = {
  migrate: {
    use: "migrate",
    what: "brings the database up to date",
    run: () => inInstallation(async ({ urls }) => migrate(urls.owner, urls.jobs, { onProgress: say })),
  },
  backup: {
    use: "backup FILE",
    what: "writes everything into one file",
    run: ([file]) => inInstallation((at) => backupToFile(at.urls.owner, needed(file), filesOf(at))),
  },
  restore: {
    use: "restore FILE",
    what: "fills an empty installation from a backup",
    run: ([file]) =>
      inInstallation((at) =>
        restoreFromFile(at.urls.owner, at.urls.jobs, needed(file), { ...filesOf(at), onProgress: say }),
      ),
  },
  "export-tenant": {
    use: "export-tenant SLUG FILE",
    what: "writes all that is one hall's into one file",
    run: ([slug, file]) => inDatabase((database, at) => exportHall(database, at, needed(slug), needed(file))),
  },
  "import-tenant": {
    use: "import-tenant FILE [SLUG]",
    what: "takes a hall in from such a file",
    run: ([file, slug]) => inDatabase((database, at) => importHall(database, at, needed(file), slug)),
  },
  "rebuild-timeline": {
    use: "rebuild-timeline SLUG",
    what: "makes a hall's timelines anew from its facts",
    run: ([slug]) => inDatabase((database) => rebuildHall(database, needed(slug))),
  },
  types: { use: "types", what: "generates the TypeScript of the database", run: () => generateSchemaTypes() },
  "dump-demo": {
    use: "dump-demo NAME",
    what: "keeps the demo database as a fixture that later releases must still read",
    run: ([name]) => writeDemoDump(needed(name)),
  },
};

/** `pnpm guildhall COMMAND`: what an operator does by hand. */
export async function cli([command, ...words]: readonly string[]): Promise<void> {
  const errand = errands[command ?? ""];
  if (!errand) return explain();
  try {
    await errand.run(words);
  } catch (error) {
    if (!isAppError(error)) throw error;
    process.stderr.write(
      `${sayOperatorError(terminalLocale(), error.code, error.params)} (${error.code} ${JSON.stringify(error.params)})\n`,
    );
    process.exitCode = 1;
  }
}

function explain(): void {
  for (const { use, what } of Object.values(errands)) say(`  guildhall ${use.padEnd(28)} ${what}`);
  process.exitCode = 2;
}

async function inInstallation(work: (at: Installation) => Promise<void>): Promise<void> {
  const at = await openInstallation();
  try {
    await work(at);
  } finally {
    if (at.embedded?.own) await at.embedded.stop();
  }
}

function inDatabase(work: (database: Database, at: Installation) => Promise<void>): Promise<void> {
  return inInstallation(async (at) => {
    const database = openDatabase(at.urls, { poolSize: 4 });
    try {
      await work(database, at);
    } finally {
      await database.close();
    }
  });
}

async function exportHall(database: Database, { config }: Installation, slug: string, file: string): Promise<void> {
  const tenant = await database.withPlatform("resolve-tenant", (db) => findTenantBySlug(db, slug));
  if (!tenant) throw notFound();
  await exportTenant(database, tenant.id, openFileStore(config), createWriteStream(file, { mode: 0o600 }));
}

async function importHall(
  database: Database,
  { config }: Installation,
  file: string,
  slug: string | undefined,
): Promise<void> {
  await importTenant(database, createReadStream(file), openFileStore(config), {
    ...(slug !== undefined && { slug }),
    settle: requeueMessages,
  });
}

async function rebuildHall(database: Database, slug: string): Promise<void> {
  const tenant = await database.withPlatform("resolve-tenant", (db) => findTenantBySlug(db, slug));
  if (!tenant) throw notFound();
  const facts = await database.withTenant(systemScope(tenant), (ctx) => rebuildTimeline(ctx, suiteTimeline));
  say(`The timelines of ${slug} are made of ${facts} facts.`);
}

/** Files on disk go along; those in S3 are the bucket's own matter. */
function filesOf({ config }: Installation): { filesDirectory?: string } {
  return config.S3_BUCKET ? {} : { filesDirectory: join(config.DATA_DIR, "files") };
}

function needed(word: string | undefined): string {
  if (word === undefined) throw new Error("A word is missing; without any, this program says how it is used.");
  return word;
}

function terminalLocale(): Locale {
  return negotiateLocale((process.env.LC_ALL ?? process.env.LANG ?? "").replace("_", "-").split(".")[0]);
}

function isAppError(error: unknown): error is Error & { code: string; params: Record<string, string | number> } {
  return error instanceof Error && error.name === "AppError";
}
