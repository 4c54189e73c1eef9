import {
  type Factors,
  listDevices,
  listFactors,
  listPasskeys,
  requireFreshProof,
  type SignedIn,
} from "@guildhall/auth";
import type { Id } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, systemScope } from "@guildhall/db";
import { listConsents } from "@guildhall/mail";
import { personActor } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";

/**
 * All that is kept about whoever is signed in, as plain data to take along: the account, the ways into it, where it is
 * signed in, and their own record in each of their halls. No secrets: no password, no key, no token.
 */
export async function exportOwnAccount(database: Database, who: SignedIn, now: Date): Promise<object> {
  requireFreshProof(who, now);
  const [account, factors, passkeys, devices, logins] = [
    await findAccount(database, who),
    await listFactors(database, who.user.id),
    await listPasskeys(database, who),
    await listDevices(database, who, now),
    await findLogins(database, who),
  ];
  const halls: object[] = [];
  for (const login of logins) {
    const hall = await exportHall(database, who, login);
    if (hall) halls.push(hall);
  }
  return {
    format: "guildhall-account-1",
    exportedAt: now,
    account,
    waysIn: waysIn(factors, passkeys),
    devices: devices.map(({ id: _, ...device }) => device),
    halls,
  };
}

function waysIn({ password, app, recoveryCodesLeft }: Factors, passkeys: readonly object[]): object {
  return { password, authenticatorApp: app, recoveryCodesLeft, passkeys };
}

function findAccount(database: Database, { user }: SignedIn): Promise<object> {
  return database.withPlatform(
    "sign-in",
    (platform) =>
      platform
        .selectFrom("user_account")
        .select([
          "email",
          "email_verified_at as emailVerifiedAt",
          "full_name as fullName",
          "locale",
          "theme",
          "time_zone as timeZone",
          "phone",
          "phone_verified_at as phoneVerifiedAt",
          "created_at as createdAt",
        ])
        .where("id", "=", user.id)
        .executeTakeFirstOrThrow(),
    { readOnly: true },
  );
}

interface Login {
  readonly tenantId: Id<"tenant">;
  readonly personId: Id<"person">;
  readonly role: Role | null;
  readonly joinedAt: Date;
}

function findLogins(database: Database, { user }: SignedIn): Promise<Login[]> {
  return database.withPlatform(
    "sign-in",
    (platform) =>
      platform
        .selectFrom("resolved_login as login")
        .leftJoin("membership", (join) =>
          join
            .onRef("membership.tenant_id", "=", "login.tenant_id")
            .onRef("membership.person_id", "=", "login.person_id"),
        )
        .select([
          "login.tenant_id as tenantId",
          "login.person_id as personId",
          "login.created_at as joinedAt",
          "membership.role",
        ])
        .where("login.user_id", "=", user.id)
        .orderBy("login.created_at")
        .limit(200)
        .execute(),
    { readOnly: true },
  );
}

async function exportHall(
  database: Database,
  { user }: SignedIn,
  { tenantId, personId, role, joinedAt }: Login,
): Promise<object | null> {
  const found = await database.withPlatform("sign-in", (platform) => findTenantById(platform, tenantId), {
    readOnly: true,
  });
  if (!found) return null;
  const scope = { ...systemScope(found), actor: personActor({ userId: user.id, personId, role }) };
  const record = await database.withTenant(scope, (ctx) => exportPerson(ctx, personId), { readOnly: true });
  return { slug: found.slug, name: found.name, role, joinedAt, ...record };
}

async function exportPerson(ctx: Ctx, personId: Id<"person">): Promise<object> {
  const person = await ctx.db
    .selectFrom("person")
    .select([
      "id",
      "full_name as fullName",
      "family_name as familyName",
      "given_name as givenName",
      "locale",
      "time_zone as timeZone",
      "created_at as createdAt",
    ])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  const identities = await ctx.db
    .selectFrom("person_identity")
    .select(["kind", "provider", "value", "source", "verified_at as verifiedAt", "created_at as createdAt"])
    .where("person_id", "=", personId)
    .orderBy("created_at")
    .execute();
  const consents: object[] = [];
  for (const { kind, value } of identities) {
    if (kind !== "email" && kind !== "phone") continue;
    const channel = kind === "email" ? "email" : "sms";
    for (const consent of await listConsents(ctx, { channel, address: value }))
      consents.push({ channel, address: value, ...consent });
  }
  return { person, identities, consents };
}
