import { type Id, idSchema, systemClock } from "@guildhall/core";
import { type Database, findTenantById, type Scope, systemScope } from "@guildhall/db";
import type { FileStore } from "@guildhall/files";
import { defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import { finishRemoval } from "./finish-removal.ts";
import { removeRows } from "./remove-rows.ts";

/** Stored with queued jobs, so it keeps its name. */
export const removeTenantJob = "tenancy.remove-tenant";

export function removeTenantTask(store: Pick<FileStore, "list" | "delete">): Task {
  return defineTask({
    name: removeTenantJob,
    payload: z.object({ tenantId: idSchema("tenant") }),
    run: ({ tenantId }, { database }) => removeTenant({ database, store }, tenantId),
  });
}

interface House {
  readonly database: Database;
  readonly store: Pick<FileStore, "list" | "delete">;
}

/**
 * Removes a closed hall: its rows, then the bytes of its files, then tells its owners. Each part may be cut off and
 * done again; the note in closed_hall says what is left to do once the rows are gone. A hall that is not closed, or
 * was kept, is left alone.
 */
export async function removeTenant({ database, store }: House, tenantId: Id<"tenant">, batch = 5_000): Promise<void> {
  const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId), { readOnly: true });
  if (tenant) {
    const scope = systemScope(tenant);
    if (!(await noteDown(database, scope))) return;
    await removeRows({ database, scope, batch });
  }
  for await (const { key } of store.list(tenantId)) await store.delete(key);
  await finishRemoval(database, tenantId, systemClock.now());
}

/** Notes, outside of the hall, what must be known when nothing of it is left; false where it is not closed. */
async function noteDown(database: Database, scope: Scope): Promise<boolean> {
  const found = await database.withTenant(
    scope,
    async ({ db, tenant }) => {
      const row = await db.selectFrom("tenant").select("closed_at").where("id", "=", tenant.id).executeTakeFirst();
      const owners = await db
        .selectFrom("membership")
        .innerJoin("resolved_login as login", (join) =>
          join
            .onRef("login.tenant_id", "=", "membership.tenant_id")
            .onRef("login.person_id", "=", "membership.person_id"),
        )
        .select("login.user_id")
        .where("membership.role", "=", "owner")
        .execute();
      return { closedAt: row?.closed_at ?? null, owners: owners.map(({ user_id }) => user_id) };
    },
    { readOnly: true },
  );
  const { closedAt, owners } = found;
  if (!closedAt) return false;
  const { id, slug, name, locale } = scope.tenant;
  await database.withPlatform("closing", (db) =>
    db
      .insertInto("closed_hall")
      .values({ hall_id: id, slug, name, locale, owner_account_ids: owners, closed_at: closedAt })
      .onConflict((conflict) => conflict.column("hall_id").doNothing())
      .execute(),
  );
  return true;
}
