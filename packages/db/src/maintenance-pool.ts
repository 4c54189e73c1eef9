import pg from "pg";

/** A few connections for one errand; a connection that is cut while idle is the errand's next query's problem. */
export function maintenancePool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 3 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
