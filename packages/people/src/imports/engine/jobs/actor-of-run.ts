import type { Actor, Id } from "@guildhall/core";
import { type Database, findTenantById, type Scope, systemScope } from "@guildhall/db";
import type { ImportRun } from "../runs/import-run.ts";

/** The hall for work in the background; null where it is gone. */
export async function hallOf(database: Database, tenantId: Id<"tenant">): Promise<Scope | null> {
  const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId));
  return tenant && systemScope(tenant);
}

/** In the name of somebody who was asked for permission when they began it. */
export function inNameOf(
  scope: Scope,
  { userId, personId }: { readonly userId: Id<"user_account">; readonly personId: Id<"person"> },
): Scope {
  const actor: Actor = { kind: "person", userId, personId, role: null, can: () => true };
  return { ...scope, actor };
}

export function inNameOfStarter(scope: Scope, run: ImportRun): Scope {
  return inNameOf(scope, { userId: run.createdByUserId, personId: run.createdByPersonId });
}
