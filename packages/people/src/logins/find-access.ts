import { type Actor, type Id, visitor } from "@guildhall/core";
import type { DB, FoundTenant } from "@guildhall/db";
import { findTenantBySlug } from "@guildhall/db";
import { personActor } from "@guildhall/tenancy";
import type { Kysely } from "kysely";

export interface Access {
  readonly tenant: FoundTenant;
  readonly actor: Actor;
  readonly personName: string | null;
}

/** The tenant at a slug and who a user is there, in a platform transaction for "sign-in"; null where there is no such tenant. */
export async function findAccess(
  platform: Kysely<DB>,
  slug: string,
  userId: Id<"user_account"> | null,
): Promise<Access | null> {
  const tenant = await findTenantBySlug(platform, slug);
  if (!tenant) return null;
  const login = userId === null ? undefined : await findLogin(platform, tenant.id, userId);
  if (!login || userId === null) return { tenant, actor: visitor, personName: null };
  return {
    tenant,
    actor: personActor({ userId, personId: login.personId, role: login.role }),
    personName: login.fullName,
  };
}

function findLogin(platform: Kysely<DB>, tenantId: Id<"tenant">, userId: Id<"user_account">) {
  return platform
    .selectFrom("resolved_login as login")
    .innerJoin("person", (join) =>
      join.onRef("person.tenant_id", "=", "login.tenant_id").onRef("person.id", "=", "login.person_id"),
    )
    .leftJoin("membership", (join) =>
      join.onRef("membership.tenant_id", "=", "login.tenant_id").onRef("membership.person_id", "=", "login.person_id"),
    )
    .select(["login.person_id as personId", "person.full_name as fullName", "membership.role"])
    .where("login.tenant_id", "=", tenantId)
    .where("login.user_id", "=", userId)
    .executeTakeFirst();
}

export interface TenantOfUser {
  readonly slug: string;
  readonly name: string;
  readonly accent: string | null;
  readonly role: string | null;
}

/** Every hall that a user has a login in, by name. */
export function listTenantsOfUser(platform: Kysely<DB>, userId: Id<"user_account">): Promise<TenantOfUser[]> {
  return platform
    .selectFrom("resolved_login as login")
    .innerJoin("tenant", "tenant.id", "login.tenant_id")
    .leftJoin("membership", (join) =>
      join.onRef("membership.tenant_id", "=", "login.tenant_id").onRef("membership.person_id", "=", "login.person_id"),
    )
    .select(["tenant.slug", "tenant.name", "tenant.accent", "membership.role"])
    .where("login.user_id", "=", userId)
    .orderBy("tenant.name")
    .limit(200)
    .execute();
}
