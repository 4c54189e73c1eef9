import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { findBinaries, isReachable, serverUser, shortHash } from "./embedded-binaries.ts";

export interface EmbeddedPostgres {
  /** Connects as the owner to the database `guildhall`, over a unix socket only its user and root can open. */
  readonly ownerUrl: string;
  /** False where it ran already, for another process. */
  readonly own: boolean;
  /** Fast shutdown: open transactions are rolled back, the rest is on disk when it resolves. */
  stop(): Promise<void>;
}

interface Options {
  dataDir: string;
  /** For tests alone: no fsync, nothing survives a crash. */
  volatile?: boolean;
  settings?: Record<string, string>;
}

const owner = "guildhall_owner";
const database = "guildhall";
const bootDeadline = 60_000;
const orphansLinger = 10_000;

/**
 * Starts PostgreSQL in `dataDir`, made on first use. A server that an earlier process left running there is taken over;
 * one whose socket is gone is started anew, and the lock file of one that was killed is recovered from.
 */
export async function startEmbedded(options: Options): Promise<EmbeddedPostgres> {
  const dataDir = reachableHome(resolve(options.dataDir));
  const socketDir = join(tmpdir(), `guildhall-${shortHash(dataDir)}`);
  const ownerUrl = `postgres://${owner}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;

  const running = livePostmaster(dataDir);
  if (running !== null) {
    if (!isCutOff(dataDir, socketDir)) return adopt(running, ownerUrl);
    await stopProcess(running);
  }

  const { initdb, postgres } = await findBinaries();
  rmSync(socketDir, { recursive: true, force: true });
  makeOwnDir(socketDir);
  if (!existsSync(join(dataDir, "PG_VERSION"))) await makeCluster(initdb, dataDir);

  const patience = Date.now() + orphansLinger;
  for (;;) {
    try {
      return await launch(postgres, dataDir, socketDir, ownerUrl, options);
    } catch (error) {
      const other = livePostmaster(dataDir); // somebody else started it at the same moment
      if (other !== null) return adopt(other, ownerUrl);
      if (!/shared memory block/.test(String(error)) || Date.now() > patience) throw error;
      await pause(50); // the children of a server that was killed have not noticed yet
    }
  }
}

async function launch(
  postgres: string,
  dataDir: string,
  socketDir: string,
  ownerUrl: string,
  options: Options,
): Promise<EmbeddedPostgres> {
  const logFile = `${resolve(options.dataDir)}.log`;
  const log = openSync(logFile, "w");
  const server = spawn(postgres, serverArguments(dataDir, socketDir, options), {
    ...serverUser,
    env: serverEnvironment(),
    stdio: ["ignore", log, log],
    detached: true, // Ctrl-C is for us to pass on, once the web server has drained
  });
  closeSync(log);
  await waitUntilReady(ownerUrl, () => (isRunning(server) ? null : readFileSync(logFile, "utf8")));
  server.unref();
  return { ownerUrl, own: true, stop: () => stopChild(server) };
}

async function adopt(pid: number, ownerUrl: string): Promise<EmbeddedPostgres> {
  await waitUntilReady(ownerUrl, () => (isAlive(pid) ? null : "It was running, and then stopped."));
  return { ownerUrl, own: false, stop: () => stopProcess(pid) };
}

/** Makes the cluster beside its place and moves it there when it is whole: an initdb that is cut off leaves no half one. */
async function makeCluster(initdb: string, dataDir: string): Promise<void> {
  const [parent, prefix] = [dirname(dataDir), `${basename(dataDir)}.new-`];
  for (const entry of readdirSync(parent)) {
    const abandoned = entry.startsWith(prefix) && !isAlive(Number.parseInt(entry.slice(prefix.length), 10));
    if (abandoned) rmSync(join(parent, entry), { recursive: true, force: true });
  }
  const making = join(parent, `${prefix}${process.pid}-${randomUUID()}`);
  makeOwnDir(making);
  try {
    await promisify(execFile)(initdb, initdbArguments(making), { ...serverUser, env: serverEnvironment() });
    renameSync(making, dataDir);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(join(dataDir, "PG_VERSION"))) throw error; // else another process was first
  }
}

function initdbArguments(dataDir: string): string[] {
  return [
    "-D",
    dataDir,
    "-U",
    owner,
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
    "--no-instructions",
  ];
}

function serverArguments(dataDir: string, socketDir: string, { volatile, settings }: Options): string[] {
  const all = {
    listen_addresses: "",
    unix_socket_directories: socketDir,
    unix_socket_permissions: "0700",
    max_connections: "120",
    shared_buffers: "256MB",
    wal_compression: "on",
    max_wal_size: "2GB",
    jit: "off",
    logging_collector: "off",
    log_min_messages: "warning",
    ...(volatile && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    ...settings,
  };
  return ["-D", dataDir, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** Nothing of ours, least of all secrets. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { LC_ALL: "C.UTF-8", TZ: "UTC", NODE_ENV: "production" };
}

/** `dataDir` itself, or where the server's user may not go there (a root's 0700 home), a link to a place it may. */
function reachableHome(dataDir: string): string {
  mkdirSync(dirname(dataDir), { recursive: true });
  if (serverUser.uid === undefined || isReachable(dirname(dataDir))) return dataDir;
  const home = join("/var/lib", `guildhall-${shortHash(dataDir)}`);
  makeOwnDir(home);
  if (!existsSync(dataDir)) symlinkSync(join(home, "pg"), dataDir);
  return join(home, "pg");
}

function makeOwnDir(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (serverUser.uid !== undefined && serverUser.gid !== undefined) chownSync(path, serverUser.uid, serverUser.gid);
}

/** Ready, and nobody can reach it any more: temporary folders are swept, and with them the socket of who runs for long. */
function isCutOff(dataDir: string, socketDir: string): boolean {
  const [, , , , , , , status = ""] = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
  return status.trim() === "ready" && !existsSync(join(socketDir, ".s.PGSQL.5432"));
}

/** The pid of a server that runs in `dataDir`, or null; a lock file whose process is gone or is something else counts as none. */
function livePostmaster(dataDir: string): number | null {
  const lock = join(dataDir, "postmaster.pid");
  if (!existsSync(lock)) return null;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  if (!Number.isInteger(pid) || !isAlive(pid)) return null;
  const commandLine = `/proc/${pid}/cmdline`;
  if (
    existsSync("/proc/self/cmdline") &&
    !(existsSync(commandLine) && readFileSync(commandLine, "utf8").includes(dataDir))
  ) {
    rmSync(lock); // the number went to another process, and PostgreSQL would refuse to start beside it
    return null;
  }
  return pid;
}

async function waitUntilReady(ownerUrl: string, failure: () => string | null): Promise<void> {
  const deadline = Date.now() + bootDeadline;
  for (;;) {
    const died = failure();
    if (died !== null) throw new Error(`PostgreSQL did not start:\n${died}`);
    try {
      return await ensureDatabase(ownerUrl);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(25);
    }
  }
}

async function ensureDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl.replace(`/${database}?`, "/postgres?") });
  client.on("error", () => undefined); // a server still starting may cut us off; the loop tries again
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
    if (!rowCount) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

async function stopChild(server: ChildProcess): Promise<void> {
  if (!isRunning(server)) return;
  const exited = new Promise<void>((done) => server.once("exit", () => done()));
  server.ref();
  server.kill("SIGINT");
  await exited;
}

/** Whether it has started and not ended, by itself or by a signal. */
function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  while (isAlive(pid)) await pause(25);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
