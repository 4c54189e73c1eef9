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

/** The one thing that a transaction's connection is asked for. */
export interface Connection {
  query(text: string, values: unknown[]): Promise<pg.QueryResult>;
}

/** Kysely over one connection whose transaction somebody else opened and will close. */
export function kyselyOver<Schema>(client: Connection): Kysely<Schema> {
  const connection = new ClientConnection(client);
  // One compiler and executor for all: a whole new Kysely for each transaction costs a tenth of its time.
  const executor = root.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) });
  return new Kysely<Schema>({ config: { dialect }, dialect, driver: new OpenTransactionDriver(), executor });
}

const nothing = async (): Promise<void> => undefined;

class OpenTransactionDriver implements Driver {
  readonly init = nothing;
  async acquireConnection(): Promise<DatabaseConnection> {
    throw new Error("There is no connection but the transaction's own.");
  }
  readonly releaseConnection = nothing;
  readonly destroy = nothing;

  async beginTransaction(): Promise<void> {
    throw new Error("A tenant transaction is open already; use savepoint() for a part that may fail.");
  }
  readonly commitTransaction = nothing;
  readonly rollbackTransaction = nothing;
}

class ClientConnection implements DatabaseConnection {
  readonly #client: Connection;

  constructor(client: Connection) {
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

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new OpenTransactionDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
const root = new Kysely<unknown>({ dialect });

let savepoints = 0;

/** Runs `work` so that its failure takes back its own writes and leaves the transaction usable. */
export async function savepoint<Result>(
  db: Pick<Kysely<unknown>, "executeQuery">,
  work: () => Promise<Result>,
): Promise<Result> {
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
