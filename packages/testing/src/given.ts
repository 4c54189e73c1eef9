import { type Actor, type Clock, clockAt, type Id, newId, systemActor } from "@guildhall/core";
import type { Ctx, Scope, Tenant } from "@guildhall/db";
import type { TestDatabase } from "./use-database.ts";

/** When tests take place, unless they say otherwise. */
export const testNow = new Date("2026-03-02T09:00:00.000Z");

/** A tenant with a scope to work in it, and the factories of what every domain stands on. */
export interface GivenTenant {
  readonly tenant: Tenant;
  scope(as?: Actor, clock?: Clock): Scope;
  /** Runs in the tenant, as `as` (the system unless said), at `testNow` unless said. */
  inside<Result>(work: (ctx: Ctx) => Promise<Result>, as?: Actor, clock?: Clock): Promise<Result>;
  person(fullName?: string): Promise<Id<"person">>;
}

/** Factories over a test database: `given(db).tenant()`. */
export function given(db: TestDatabase) {
  return {
    async tenant(overrides: Partial<Omit<Tenant, "id">> = {}): Promise<GivenTenant> {
      const id = newId<"tenant">();
      const tenant: Tenant = {
        id,
        slug: `t-${id.slice(-12)}`,
        name: "远山户外",
        locale: "en",
        timeZone: "Asia/Shanghai",
        accent: null,
        ...overrides,
      };
      await db.owner.query(
        "insert into tenant (id, slug, name, locale, time_zone, created_at) values ($1, $2, $3, $4, $5, $6)",
        [id, tenant.slug, tenant.name, tenant.locale, tenant.timeZone, testNow],
      );
      return tenantFactories(db, tenant);
    },
  };
}

function tenantFactories(db: TestDatabase, tenant: Tenant): GivenTenant {
  const scope = (actor: Actor = systemActor, clock: Clock = clockAt(testNow)): Scope => ({
    tenant,
    actor,
    clock,
    locale: tenant.locale,
    requestId: null,
  });
  const inside = <Result>(work: (ctx: Ctx) => Promise<Result>, as?: Actor, clock?: Clock) =>
    db.database.withTenant(scope(as, clock), work);
  return {
    tenant,
    scope,
    inside,
    person: (fullName = "陈雨泽") =>
      inside(async (ctx) => {
        const { id } = await ctx.db
          .insertInto("person")
          .values({
            tenant_id: tenant.id,
            full_name: fullName,
            created_at: ctx.clock.now(),
            updated_at: ctx.clock.now(),
          })
          .returning("id")
          .executeTakeFirstOrThrow();
        return id;
      }),
  };
}

/** An actor who is this person and may do exactly what is listed. */
export function actorWith(personId: Id<"person">, ...permissions: string[]): Actor {
  return {
    kind: "person",
    userId: newId<"user_account">(),
    personId,
    role: null,
    can: (permission) => permissions.includes(permission),
  };
}
