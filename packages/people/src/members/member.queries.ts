import { type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import type { NotNull } from "kysely";
import type { ClaimedBy } from "../claims/claim-person.ts";
import { clusterOf } from "../people/resolve-person.ts";
import type { WaitReason } from "./file-request.ts";
import { memberPolicy } from "./member.policy.ts";

export interface WaitingRequest {
  readonly id: Id<"join_request">;
  readonly kind: "join" | "merge";
  readonly reason: WaitReason;
  readonly fullName: string;
  readonly email: string;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly claimsPersonId: Id<"person"> | null;
  readonly claimsName: string | null;
  readonly claimsBy: ClaimedBy | null;
  readonly hasPersonId: Id<"person"> | null;
}

/** Those who wait at the door, longest first. */
export function listWaiting(ctx: Ctx, page: Page): Promise<PageOf<WaitingRequest>> {
  memberPolicy.require(ctx.actor, "manage", null);
  const waiting = ctx.db
    .selectFrom("join_request as r")
    .leftJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "r.tenant_id").onRef("p.id", "=", "r.claims_person_id"),
    )
    .select([
      "r.id",
      "r.kind",
      "r.reason",
      "r.full_name as fullName",
      "r.email",
      "r.note",
      "r.created_at as createdAt",
      "r.claims_person_id as claimsPersonId",
      "p.full_name as claimsName",
      "r.claims_by as claimsBy",
      "r.has_person_id as hasPersonId",
    ])
    .where("r.state", "=", "waiting");
  return keyset(waiting, page, {
    columns: ["createdAt", "id"],
    direction: "asc",
    references: { createdAt: "r.created_at", id: "r.id" },
  });
}

export interface Member {
  readonly id: Id<"person">;
  readonly fullName: string;
  readonly email: string | null;
  readonly since: Date;
}

/** Customers with a key to the portal, newest record first; staff are not among them. */
export function listMembers(ctx: Ctx, page: Page): Promise<PageOf<Member>> {
  memberPolicy.require(ctx.actor, "manage", null);
  const members = ctx.db
    .selectFrom("resolved_login as l")
    .innerJoin("person as p", (join) => join.onRef("p.tenant_id", "=", "l.tenant_id").onRef("p.id", "=", "l.person_id"))
    .select(["l.person_id as id", "p.full_name as fullName", "l.created_at as since"])
    .select(({ selectFrom }) =>
      selectFrom("person_identity as i")
        .select("i.value")
        .whereRef("i.tenant_id", "=", "l.tenant_id")
        .whereRef("i.person_id", "=", "l.person_id")
        .where("i.kind", "=", "email")
        .orderBy("i.created_at")
        .orderBy("i.id")
        .limit(1)
        .as("email"),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("membership as m")
            .select("m.role")
            .whereRef("m.tenant_id", "=", "l.tenant_id")
            .whereRef("m.person_id", "=", "l.person_id"),
        ),
      ),
    )
    // One row a person, also where two sign in as one.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("resolved_login as o")
            .select("o.user_id")
            .whereRef("o.tenant_id", "=", "l.tenant_id")
            .whereRef("o.person_id", "=", "l.person_id")
            .whereRef("o.user_id", "<", "l.user_id"),
        ),
      ),
    );
  return keyset(members.$narrowType<{ id: NotNull; since: NotNull }>(), page, {
    columns: ["id"],
    direction: "desc",
    references: { id: "l.person_id" },
  });
}

/** Whether a user waits for staff of this hall. */
export async function isWaiting(ctx: Ctx, userId: Id<"user_account">): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("join_request")
    .select("id")
    .where("user_id", "=", userId)
    .where("kind", "=", "join")
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return row !== undefined;
}

export interface Me {
  readonly fullName: string;
  readonly locale: "en" | "zh-CN" | null;
  readonly timeZone: string | null;
  readonly since: Date;
  readonly identities: readonly {
    readonly kind: "email" | "phone" | "handle" | "external";
    readonly value: string;
    readonly provider: string;
    readonly verifiedAt: Date | null;
  }[];
}

/** What the hall knows of whoever asks. */
export async function getMe(ctx: Ctx): Promise<Me> {
  if (ctx.actor.kind !== "person") throw notFound();
  const { personId, userId } = ctx.actor;
  const person = await ctx.db
    .selectFrom("person")
    .innerJoin("resolved_login as login", (join) =>
      join.onRef("login.tenant_id", "=", "person.tenant_id").onRef("login.person_id", "=", "person.id"),
    )
    .select(["full_name as fullName", "locale", "time_zone as timeZone", "login.created_at as since"])
    .where("person.id", "=", personId)
    .where("login.user_id", "=", userId)
    .$narrowType<{ since: NotNull }>()
    .executeTakeFirst();
  if (!person) throw notFound();
  const identities = await ctx.db
    .selectFrom("person_identity")
    .select(["kind", "value", "provider", "verified_at as verifiedAt"])
    .where("person_id", "in", await clusterOf(ctx, personId))
    .orderBy("created_at")
    .orderBy("id")
    .limit(50)
    .execute();
  return { ...person, identities };
}
