import { invalid } from "@guildhall/core";
import { type Database, findTenantById, systemScope } from "@guildhall/db";
import { setConsent } from "../consents/set-consent.ts";
import { readUnsubscribeToken, type Unsubscription } from "./unsubscribe-token.ts";

/** What the page behind a link shows before anything is done. */
export interface UnsubscribeOffer extends Unsubscription {
  readonly houseName: string;
}

/** Reads a link without acting on it: machines that look into mail open every address in it. */
export async function readUnsubscribeOffer(
  database: Database,
  secret: string,
  token: string,
): Promise<UnsubscribeOffer> {
  const { tenant, unsubscription } = await find(database, secret, token);
  return { ...unsubscription, houseName: tenant.name };
}

/** Takes back the consent that a link names; again does no harm. Invalid input for a link that is not ours. */
export async function unsubscribe(database: Database, secret: string, token: string): Promise<UnsubscribeOffer> {
  const { tenant, unsubscription } = await find(database, secret, token);
  const { tenantId: _, ...consent } = unsubscription;
  await database.withTenant(systemScope(tenant), (ctx) =>
    setConsent(ctx, { ...consent, granted: false, source: "unsubscribe-link" }),
  );
  return { ...unsubscription, houseName: tenant.name };
}

async function find(database: Database, secret: string, token: string) {
  const unsubscription = readUnsubscribeToken(secret, token);
  const tenant = await database.withPlatform("resolve-tenant", (db) => findTenantById(db, unsubscription.tenantId), {
    readOnly: true,
  });
  if (!tenant) throw invalid("mail.unsubscribe-link-malformed");
  return { tenant, unsubscription };
}
