import { createUser } from "@guildhall/auth";
import { clockAt, type Id, systemActor } from "@guildhall/core";
import { type Database, findTenantBySlug, systemScope } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { addLogin, createPerson } from "@guildhall/people";
import { createTenant, entitlementKeys, grantEntitlement } from "@guildhall/tenancy";
import { furnishCommunity } from "./furnish-community.ts";
import { furnishDocuments } from "./furnish-documents.ts";
import { demoPeople } from "./people.ts";
import { demoPassword, demoSignIns } from "./sign-ins.ts";

const halls = [
  { slug: "yuanshan", name: "远山户外", locale: "zh-CN", timeZone: "Asia/Shanghai" },
  { slug: "harbor", name: "Harbor & Pine", locale: "en", timeZone: "Europe/London" },
] as const;

/** Whether nobody has moved in yet. */
export async function isEmpty(database: Database): Promise<boolean> {
  const tenant = await database.withPlatform("resolve-tenant", (db) =>
    db.selectFrom("tenant").select("id").limit(1).executeTakeFirst(),
  );
  return tenant === undefined;
}

/** Fills an empty installation with two halls; the same ones every time. */
export async function loadDemo(database: Database): Promise<void> {
  const users = new Map<string, Id<"user_account">>();
  for (const { email, locale, operator, phone } of demoSignIns) {
    const id = await createUser(database, {
      email,
      password: demoPassword,
      locale,
      emailVerified: true,
      isOperator: operator ?? false,
    });
    users.set(email, id);
    if (phone) await prove(database, id, phone);
  }
  for (const hall of halls) {
    await createTenant(database, hall, async (ctx) => {
      for (const key of entitlementKeys)
        await grantEntitlement(ctx, { key, amount: null, source: "gift", until: null });
    });
    await furnish(database, hall.slug, users);
  }
}

async function prove(database: Database, id: Id<"user_account">, phone: string): Promise<void> {
  await database.withPlatform("sign-in", (db) =>
    db.updateTable("user_account").set({ phone, phone_verified_at: new Date() }).where("id", "=", id).execute(),
  );
}

async function furnish(
  database: Database,
  slug: string,
  users: ReadonlyMap<string, Id<"user_account">>,
): Promise<void> {
  const tenant = await database.withPlatform("resolve-tenant", (db) => findTenantBySlug(db, slug));
  if (!tenant) throw new Error(`The hall ${slug} was not made.`);
  const start = Date.UTC(2025, 0, 6, 9);
  const people = demoPeople(slug);
  const inside = <Result>(day: number, work: Parameters<typeof database.withTenant<Result>>[1]) =>
    database.withTenant(
      { ...systemScope(tenant), actor: systemActor, clock: clockAt(new Date(start + day * 86_400_000)) },
      work,
    );
  for (const [place, person] of people.entries()) await inside(place, (ctx) => createPerson(ctx, person));
  for (const { email, name, halls: rooms } of demoSignIns) {
    const room = rooms.find((each) => each.slug === slug);
    const userId = users.get(email);
    if (room && userId)
      await inside(people.length, async (ctx) => {
        const personId = await addLogin(ctx, { userId, fullName: name, email, role: room.role });
        if (room.role && room.role !== "owner")
          await appendFact(ctx, "people.staff-joined", { personId, role: room.role });
      });
  }
  await furnishCommunity(database, slug, inside);
  await furnishDocuments(slug, people.length + 1, inside);
}
