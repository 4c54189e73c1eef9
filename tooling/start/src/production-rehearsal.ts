import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@guildhall/db";
import { startEmbedded } from "@guildhall/db/embedded";
import { loadDemo } from "@guildhall/demo";
import pg from "pg";
import { build, isBuilt } from "./ensure-built.ts";
import { makeRoles } from "./rehearsal/make-roles.ts";
import { type PlainProcess, runToEnd, startProcess } from "./rehearsal/plain-process.ts";
import { openProxy } from "./rehearsal/round-robin-proxy.ts";

export interface ProductionRehearsal {
  /** The proxy's: where people would go. */
  readonly address: string;
  /** Two web nodes and a worker, each with the roles that it needs and no other. */
  readonly web: readonly [PlainProcess, PlainProcess];
  readonly worker: PlainProcess;
  /** Every process that was started, the ones that have ended too. */
  readonly processes: readonly PlainProcess[];
  /** What the migrate step printed. */
  readonly migrated: readonly string[];
  /** Looks at the database past row-level security. */
  readonly owner: pg.Pool;
  /** What no log may hold. */
  readonly secrets: readonly string[];
  startWeb(name: string): Promise<PlainProcess>;
  startWorker(name: string): Promise<PlainProcess>;
  close(): Promise<void>;
}

const database = "rehearsal";
const ownerRole = "rehearsal_owner";

/**
 * The production shape of docker-compose.yml from nothing, without Docker: a PostgreSQL that asks for passwords, its
 * roles, the migrate step, then what the images run as plain processes, and a proxy in front.
 */
export async function rehearseProduction(): Promise<ProductionRehearsal> {
  if (!isBuilt()) await build();
  const undo: (() => unknown)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await setTheStage(undo)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function setTheStage(undo: (() => unknown)[]): Promise<Omit<ProductionRehearsal, "close">> {
  const home = mkdtempSync(join(tmpdir(), "gh-production-"));
  undo.push(() => rmSync(home, { recursive: true, force: true }));
  chmodSync(home, 0o755);
  const files = join(home, "data");
  mkdirSync(files);

  const postgres = await startEmbedded({
    dataDir: join(home, "pg"),
    volatile: true,
    settings: { shared_buffers: "64MB", hba_file: passwordsAsked(home) },
  });
  undo.push(() => postgres.stop());
  const passwords = { owner: word(), app: word(), platform: word(), jobs: word() };
  await makeRoles(postgres.ownerUrl, {
    DATABASE_NAME: database,
    DATABASE_OWNER: ownerRole,
    DATABASE_OWNER_PASSWORD: passwords.owner,
    DATABASE_APP_PASSWORD: passwords.app,
    DATABASE_PLATFORM_PASSWORD: passwords.platform,
    DATABASE_JOBS_PASSWORD: passwords.jobs,
  });
  const url = (role: string, password: string) =>
    postgres.ownerUrl.replace(/\/\/[^/]*\/\w+/, `//${role}:${password}@localhost/${database}`);
  const urls = {
    owner: url(ownerRole, passwords.owner),
    app: url("guildhall_app", passwords.app),
    platform: url("guildhall_platform", passwords.platform),
    jobs: url("guildhall_jobs", passwords.jobs),
  };

  const proxy = await openProxy();
  undo.push(() => proxy.close());
  const secret = word();
  const pages = { DATABASE_APP_URL: urls.app, DATABASE_PLATFORM_URL: urls.platform, SECRET: secret };
  const node = { PORT: "0", PUBLIC_URL: proxy.address, DATA_DIR: files };
  const processes: PlainProcess[] = [];
  undo.push(async () => {
    for (const process of processes) process.send("SIGKILL");
    await Promise.all(processes.map(({ exited }) => exited));
  });
  const started = async (starting: Promise<PlainProcess>) => {
    const process = await starting;
    processes.push(process);
    return process;
  };
  const startWeb = (name: string) =>
    started(
      startProcess({
        name,
        script: "apps/web/server/main.ts",
        env: { ...node, ...pages, RUN_JOBS: "0", TRUSTED_PROXIES: "1", DRAIN_SECONDS: "2" },
      }),
    );
  const startWorker = (name: string) =>
    started(
      startProcess({
        name,
        script: "apps/worker/src/main.ts",
        env: { ...node, ...pages, DATABASE_JOBS_URL: urls.jobs },
      }),
    );

  const migrated = await runToEnd({
    name: "migrate",
    script: "apps/worker/src/migrate.ts",
    env: { DATABASE_URL: urls.owner, DATABASE_JOBS_URL: urls.jobs, SECRET: secret },
  });
  await furnish(urls);
  const [first, second, worker] = await Promise.all([startWeb("web-1"), startWeb("web-2"), startWorker("worker-1")]);
  proxy.passTo([first, second]);
  const owner = new pg.Pool({ connectionString: urls.owner, max: 3 });
  owner.on("error", () => undefined);
  undo.push(() => owner.end());

  return {
    address: proxy.address,
    web: [first, second],
    worker,
    processes,
    migrated,
    owner,
    secrets: [secret, ...Object.values(passwords)],
    startWeb,
    startWorker,
  };
}

/** Only the embedded server's own superuser comes in without a password. */
function passwordsAsked(home: string): string {
  const file = join(home, "pg_hba.conf");
  writeFileSync(file, "local all guildhall_owner trust\nlocal all all scram-sha-256\n");
  return file;
}

function word(): string {
  return randomBytes(24).toString("hex");
}

async function furnish(urls: { app: string; platform: string }): Promise<void> {
  const database = openDatabase(urls, { poolSize: 4 });
  await loadDemo(database);
  await database.close();
}
