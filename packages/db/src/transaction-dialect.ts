import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type pg from "pg";

/** Kysely over one client whose transaction somebody else opened and will close. */
export function kyselyOver<Schema>(client: pg.ClientBase): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: dialectOver(new ClientConnection(client)) });
}

function dialectOver(connection: ClientConnection): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new OpenTransactionDriver(connection),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class OpenTransactionDriver implements Driver {
  readonly #connection: ClientConnection;

  constructor(connection: ClientConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}

  async beginTransaction(): Promise<void> {
    throw new Error("A tenant transaction is open already; use savepoint() for a part that may fail.");
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
}

class ClientConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, rowCount, rows } = await this.#client.query(query.sql, [...query.parameters]);
    const changes = command === "INSERT" || command === "UPDATE" || command === "DELETE" || command === "MERGE";
    return changes ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
  }

  // biome-ignore lint/correctness/useYield: it can only refuse
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("Page by keyset, or stream with COPY.");
  }
}

let savepoints = 0;

/** Runs `work` so that its failure takes back its own writes and leaves the transaction usable. */
export async function savepoint<Result>(db: Pick<Kysely<unknown>, "executeQuery">, work: () => Promise<Result>): Promise<Result> {
  const name = `part_${++savepoints}`;
  const run = (text: string) => db.executeQuery(CompiledQuery.raw(text));
  await run(`savepoint ${name}`);
  try {
    const result = await work();
    await run(`release savepoint ${name}`);
    return result;
  } catch (error) {
    await run(`rollback to savepoint ${name}`);
    throw error;
  }
}
