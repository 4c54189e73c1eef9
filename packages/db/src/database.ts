import type { DatabaseUrls } from "@guildhall/config";
import { isUuid } from "@guildhall/core";
import type { Kysely } from "kysely";
import pg from "pg";
import type { Ctx, Scope } from "./ctx.ts";
import type { PlatformPurpose } from "./platform.ts";
import type { DB } from "./schema.gen.ts";
import { type Connection, kyselyOver } from "./transaction-dialect.ts";

export interface TransactionOptions {
  /** Refuses writes; for pages that only look. */
  readOnly?: boolean;
  /** Every statement sees the database as the first one did. */
  isolation?: "repeatable read";
  /** Never runs `work` again; for work on a stream, which cannot be had twice. */
  once?: boolean;
}

/** The product's way into PostgreSQL: two doors, and no third. */
export interface Database {
  /**
   * Runs `work` in one transaction that sees this tenant's rows alone. Commits when it resolves. After a deadlock or a
   * serialisation failure it runs again, up to three times, so `work` must have no effects outside the database.
   */
  withTenant<Result>(scope: Scope, work: (ctx: Ctx) => Promise<Result>, options?: TransactionOptions): Promise<Result>;
  /** Runs `work` in one transaction across tenants that may do what `purpose` is allowed to, and nothing else. */
  withPlatform<Result>(
    purpose: PlatformPurpose,
    work: (db: Kysely<DB>) => Promise<Result>,
    options?: TransactionOptions,
  ): Promise<Result>;
  /** Resolves when a connection answers; rejects when none does. */
  ping(): Promise<void>;
  /** Connections in use and waited for, by role. */
  pressure(): Record<"app" | "platform", { total: number; idle: number; waiting: number }>;
  close(): Promise<void>;
}

// int8 counts and money stay numbers; what would lose digits is an error, never a wrong figure.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number`);
  return value;
});

interface Options {
  poolSize?: number;
  onError?: (error: Error) => void;
}

export function openDatabase(
  urls: Pick<DatabaseUrls, "app" | "platform">,
  { poolSize = 10, onError = () => undefined }: Options = {},
): Database {
  const pool = (connectionString: string, max: number) => {
    const made = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 });
    made.on("error", (error) => {
      if (!made.ending) onError(error); // an idle connection that was cut: the pool makes a new one
    });
    return made;
  };
  const app = pool(urls.app, poolSize);
  const platform = pool(urls.platform, Math.max(2, Math.ceil(poolSize / 2)));

  const notify = coalescedNotify(app, onError);

  return {
    withTenant: (scope, work, options) =>
      again(options, async () => {
        const channels = new Set<string>();
        const setting = `set_config('app.tenant_id', '${checkedUuid(scope.tenant.id)}', true)`;
        const result = await inTransaction(app, setting, options, (client) =>
          work({ ...scope, db: kyselyOver<DB>(client), wake: (channel) => channels.add(channel) }),
        );
        for (const channel of channels) notify(channel);
        return result;
      }),
    withPlatform: (purpose, work, options) =>
      again(options, () =>
        inTransaction(platform, `set_config('app.purpose', '${purpose}', true)`, options, (client) =>
          work(kyselyOver<DB>(client)),
        ),
      ),
    ping: async () => {
      await app.query("select 1");
    },
    pressure: () => ({ app: pressureOf(app), platform: pressureOf(platform) }),
    close: async () => {
      await Promise.all([app.end(), platform.end()]);
    },
  };
}

async function inTransaction<Result>(
  pool: pg.Pool,
  setting: string,
  options: TransactionOptions | undefined,
  work: (client: Connection) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let over = false;
  const connection: Connection = {
    // Whatever outlives its transaction must not slip into the next one on this connection, which may be another tenant's.
    query: (text, values) =>
      over ? Promise.reject(new Error("A query came after its transaction had ended.")) : client.query(text, values),
  };
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error; // the connection was cut: the pool must not hand it out again
  };
  client.on("error", onError);
  try {
    // One round trip: the setting dies with the transaction, so no connection carries a tenant into the next one.
    await client.query(
      `begin${options?.isolation ? ` isolation level ${options.isolation}` : ""}${options?.readOnly ? " read only" : ""}; select ${setting}`,
    );
    const result = await work(connection);
    over = true;
    const { command } = await client.query("commit");
    // PostgreSQL answers the COMMIT of a transaction that had failed with a rollback, and no error.
    if (command !== "COMMIT") throw new Error("A failed query was passed over; its transaction was rolled back.");
    return result;
  } catch (error) {
    over = true;
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

/**
 * NOTIFY takes a lock on the whole cluster while it commits, so it stays out of business transactions: it follows
 * them, and a burst of them is one notice.
 */
function coalescedNotify(pool: pg.Pool, onError: (error: Error) => void): (channel: string) => void {
  const soon = new Set<string>();
  return (channel) => {
    if (soon.has(channel)) return;
    soon.add(channel);
    setImmediate(() => {
      soon.delete(channel);
      if (!pool.ending) pool.query("select pg_notify($1, '')", [channel]).catch(onError);
    });
  };
}

const deadlock = "40P01";
const serialisationFailure = "40001";

async function again<Result>(options: TransactionOptions | undefined, attempt: () => Promise<Result>): Promise<Result> {
  for (let left = options?.once ? 0 : 2; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      const code = sqlState(error);
      if (left === 0 || (code !== deadlock && code !== serialisationFailure)) throw error;
    }
  }
}

/** PostgreSQL's five-character code for an error, or null for one that is not from it. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

/** Whether `error` is a row refused by this unique, check, foreign key or exclusion constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return error instanceof pg.DatabaseError && error.constraint === constraint;
}

function checkedUuid(id: string): string {
  if (!isUuid(id)) throw new TypeError("A tenant's id is a UUID.");
  return id;
}

function pressureOf(pool: pg.Pool) {
  return { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
}
