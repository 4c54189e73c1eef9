import pg from "pg";

/** One connection of its own for a long errand; when it is cut, the query that runs hears of it. */
export async function errandClient(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
