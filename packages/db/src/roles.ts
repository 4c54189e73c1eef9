import pg from "pg";

const roles = ["guildhall_app", "guildhall_platform", "guildhall_jobs"] as const;

/** What no request may exceed; a lock that is not to be had is an error, not a pile of waiting pages. */
const limits: Record<(typeof roles)[number], Record<string, string>> = {
  guildhall_app: { statement_timeout: "30s", lock_timeout: "10s", idle_in_transaction_session_timeout: "60s" },
  guildhall_platform: { statement_timeout: "30s", lock_timeout: "10s", idle_in_transaction_session_timeout: "60s" },
  guildhall_jobs: {},
};

/**
 * Makes the roles that the product connects as, none of which owns a table or may pass row-level security by,
 * and the schema that graphile-worker owns. Their password is the owner's, until somebody changes it.
 */
export async function ensureRoles(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7310001)"); // two installers at once
    const { password } = client as { password?: string | null };
    for (const role of roles) {
      const known = await client.query("select from pg_roles where rolname = $1", [role]);
      const options = "login nosuperuser nobypassrls nocreatedb nocreaterole noinherit";
      if (!known.rowCount) {
        await client.query(`create role ${role} ${options}`);
        if (password) await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
      }
      for (const [name, value] of Object.entries(limits[role]))
        await client.query(`alter role ${role} in database ${await currentDatabase(client)} set ${name} = '${value}'`);
    }
    await client.query("grant guildhall_jobs to current_user");
    await client.query(`grant create on database ${await currentDatabase(client)} to guildhall_jobs`);
    await client.query("create schema if not exists graphile_worker authorization guildhall_jobs");
    await client.query("grant create, usage on schema public to guildhall_jobs");
    await client.query("grant usage on schema public to guildhall_app, guildhall_platform");
  } finally {
    await client.end();
  }
}

async function currentDatabase(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("select quote_ident(current_database()) as name");
  return rows[0]?.name ?? "guildhall";
}
