import { conflict } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { holdTenant } from "../tenants/hold-tenant.ts";
import { limitOf } from "./entitlements.ts";

const full = { "people.rows": "tenancy.people-full", "files.bytes": "tenancy.files-full" } as const;

interface Wanted {
  /** How much is to come. */
  readonly more: number;
  /** How much there is; asked once nobody else can bring more. */
  readonly used: () => Promise<number>;
}

/**
 * Throws `tenancy.people-full` or `tenancy.files-full` where a hall's plan has no room for what is to come. Where there
 * is a limit it holds the hall's row until the transaction ends, so that of many at once none slips past: taken before
 * any other lock.
 */
export async function requireRoom(ctx: Ctx, key: keyof typeof full, { more, used }: Wanted): Promise<void> {
  const most = await limitOf(ctx, key);
  if (most === null) return;
  await holdTenant(ctx);
  if ((await used()) + more > most) throw conflict(full[key], { most });
}
