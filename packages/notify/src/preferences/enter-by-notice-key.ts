import { type Actor, invalid } from "@guildhall/core";
import { type Database, type FoundTenant, findTenantById, type Scope, systemScope } from "@guildhall/db";
import { readersAmong } from "../delivering/readers.ts";
import { type NoticeKey, type NoticeReach, reachOf, readNoticeToken } from "../letters/notice-token.ts";

export interface NoticeEntry {
  readonly tenant: FoundTenant;
  /** Acts as the person, without any role. */
  readonly scope: Scope;
  /** The person as they are when they sign in: what may come to them. */
  readonly reader: Actor;
  readonly key: NoticeKey;
  /** How far the link still reaches, by the hall's clock. */
  readonly reach: NoticeReach;
}

/** Lets whoever holds a link of a mail choose for its reader; invalid input for a link that is not ours, or nobody's any more. */
export async function enterByNoticeKey(database: Database, secret: string, token: string): Promise<NoticeEntry> {
  const key = readNoticeToken(secret, token);
  const tenant = await database.withPlatform("notify", (db) => findTenantById(db, key.tenantId), { readOnly: true });
  if (!tenant) throw invalid("notify.link-malformed");
  const system = systemScope(tenant);
  const [reader] = await database.withTenant(system, (ctx) => readersAmong(ctx, [key.personId]), { readOnly: true });
  if (!reader) throw invalid("notify.link-malformed");
  const reach = reachOf(key, system.clock.now());
  return { tenant, reach, scope: { ...system, actor: { ...reader, role: null, can: () => false } }, reader, key };
}
