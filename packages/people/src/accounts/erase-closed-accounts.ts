import { eraseAccount, graceBefore } from "@guildhall/auth";
import type { Id } from "@guildhall/core";
import { type Ctx, type Database, type DB, findTenantById, systemScope } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import type { Kysely } from "kysely";
import { findOwnPerson } from "../members/hold-door.ts";

/**
 * Erases accounts whose days of grace are over, and takes their way into each hall with them; the person stays the
 * hall's. What a crash leaves half done is found again, by the logins that are left. Returns how many were dealt with.
 */
export async function eraseClosedAccounts(database: Database, now: Date): Promise<number> {
  const due = await database.withPlatform("sign-in", (platform) => listDue(platform, now), { readOnly: true });
  for (const { id } of due) {
    await database.withPlatform("sign-in", (platform) => eraseAccount(platform, id, now));
    for (const tenantId of await hallsOf(database, id)) await leaveHall(database, tenantId, id);
  }
  return due.length;
}

function listDue(platform: Kysely<DB>, now: Date): Promise<{ id: Id<"user_account"> }[]> {
  return platform
    .selectFrom("user_account")
    .select("id")
    .where("closed_at", "<=", graceBefore(now))
    .where((account) =>
      account.or([
        account("erased_at", "is", null),
        account.exists(
          account.selectFrom("login").select("login.user_id").whereRef("login.user_id", "=", "user_account.id"),
        ),
      ]),
    )
    .orderBy("closed_at")
    .limit(100)
    .execute();
}

async function hallsOf(database: Database, userId: Id<"user_account">): Promise<Id<"tenant">[]> {
  const rows = await database.withPlatform(
    "sign-in",
    (platform) =>
      platform
        .selectFrom("login")
        .innerJoin("user_account", "user_account.id", "login.user_id")
        .select("login.tenant_id")
        .where("login.user_id", "=", userId)
        .where("user_account.erased_at", "is not", null) // whoever came back meanwhile keeps their halls
        .orderBy("login.tenant_id")
        .execute(),
    { readOnly: true },
  );
  return rows.map(({ tenant_id }) => tenant_id);
}

async function leaveHall(database: Database, tenantId: Id<"tenant">, userId: Id<"user_account">): Promise<void> {
  const found = await database.withPlatform("sign-in", (platform) => findTenantById(platform, tenantId), {
    readOnly: true,
  });
  if (found) await database.withTenant(systemScope(found), (ctx) => removeLogin(ctx, userId));
}

async function removeLogin(ctx: Ctx, userId: Id<"user_account">): Promise<void> {
  const personId = await findOwnPerson(ctx, userId);
  if (!personId) return;
  await ctx.db.deleteFrom("login").where("user_id", "=", userId).execute();
  const membership = (await hasLogin(ctx, personId))
    ? undefined // somebody else signs in as the same person
    : await ctx.db.deleteFrom("membership").where("person_id", "=", personId).returning("role").executeTakeFirst();
  await recordChange(ctx, {
    action: "person.account-erased",
    subjectType: "person",
    subjectId: personId,
    personId,
    before: { role: membership?.role ?? null, login: true },
    after: { role: null, login: false },
  });
  await appendFact(ctx, membership ? "people.staff-removed" : "people.member-removed", { personId });
}

async function hasLogin(ctx: Ctx, personId: Id<"person">): Promise<boolean> {
  const login = await ctx.db
    .selectFrom("resolved_login")
    .select("user_id")
    .where("person_id", "=", personId)
    .limit(1)
    .executeTakeFirst();
  return login !== undefined;
}
