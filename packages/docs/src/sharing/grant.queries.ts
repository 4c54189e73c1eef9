import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { documentPolicy } from "../access/document.policy.ts";
import { type DocumentRole, levelOf, roleOfLevel } from "../access/document-role.ts";
import { findScope } from "../access/find-scope.ts";
import { roleAt } from "../access/role-at.ts";
import { scopeOfSpace } from "../spaces/hold-space.ts";
import type { Grant, GrantedAt, Grantee, SharedThing } from "./grant.ts";

export interface Sharing {
  /** What reaches it, the nearest first: its own grants, then those from above. */
  readonly grants: readonly Grant[];
  /** Whether what is granted above holds here too. Null for a space, which nothing is above. */
  readonly inherits: boolean | null;
  readonly role: DocumentRole;
}

interface Row {
  readonly id: Id<"document_grant">;
  readonly grantee: Grantee["kind"];
  readonly audience_id: Id<"audience"> | null;
  readonly audience_name: string | null;
  readonly audience_kind: string | null;
  readonly person_id: Id<"person"> | null;
  readonly full_name: string | null;
  readonly link_key: string | null;
  readonly level: number;
  readonly expires_at: Date | null;
  readonly step: number;
  readonly space_id: Id<"space">;
  readonly space_name: string;
  readonly document_id: Id<"document"> | null;
  readonly title: string | null;
}

/** Who may do what here, and from where they have it. Keys of links only for whoever manages it. */
export async function listGrants(ctx: Ctx, thing: SharedThing): Promise<Sharing> {
  const scopeId = "spaceId" in thing ? await scopeOfSpace(ctx, thing.spaceId) : await findScope(ctx, thing.documentId);
  if (!scopeId) throw notFound();
  const role = await roleAt(ctx, scopeId);
  documentPolicy.require(ctx.actor, "view", { role });
  if (!role) throw new Error("Somebody may look who may do nothing.");
  const own = "spaceId" in thing ? null : thing.documentId;
  const rows = await grantsReaching(ctx, scopeId);
  const inherits = await inheritsAt(ctx, thing, scopeId);
  const grants = rows.map((row) => grantOf(row, own));
  return { grants: role === "manage" ? grants : grants.map(withoutKey), inherits, role };
}

export interface Reasons {
  /** The grants that reach somebody, the strongest first. */
  readonly grants: readonly Grant[];
  /** The hall is theirs, and with it every document. */
  readonly ownsHall: boolean;
}

/** Why somebody may do what they may. Without any reason they may nothing. */
export async function whyMay(ctx: Ctx, thing: SharedThing, personId: Id<"person">): Promise<Reasons> {
  const { grants } = await listGrants(ctx, thing);
  const theirs = await ctx.db
    .selectFrom("audience_member as m")
    .innerJoin("person as p", (join) => join.onRef("p.tenant_id", "=", "m.tenant_id").onRef("p.id", "=", "m.person_id"))
    .select("m.audience_id as audienceId")
    .where((where) => where.or([where("p.id", "=", personId), where("p.canonical_id", "=", personId)]))
    .execute();
  const login = await ctx.db
    .selectFrom("login")
    .select("person_id")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  const staff = await ctx.db
    .selectFrom("membership")
    .select("role")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  const inside = new Set<string>(theirs.map(({ audienceId }) => audienceId));
  const now = ctx.clock.now();
  const reaching = grants
    .filter(({ grantee, expiresAt }) => {
      if (expiresAt && expiresAt <= now) return false;
      if (grantee.kind === "person") return grantee.personId === personId;
      if (grantee.kind === "audience") return inside.has(grantee.audienceId);
      return grantee.kind === "members" && login !== undefined;
    })
    .toSorted((one, other) => levelOf(other.role) - levelOf(one.role));
  return { grants: reaching, ownsHall: staff?.role === "owner" };
}

async function grantsReaching(ctx: Ctx, scopeId: Id<"document_scope">): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    with recursive above as (
      select s.id, s.parent_id, s.inherits, s.space_id, 0 as step from document_scope s where s.id = ${scopeId}
      union all
      select s.id, s.parent_id, s.inherits, s.space_id, a.step + 1
      from above a join document_scope s on a.inherits and s.id = a.parent_id
    )
    select g.id, g.grantee, g.audience_id, au.name as audience_name, au.kind as audience_kind,
      coalesce(p.canonical_id, p.id) as person_id, coalesce(c.full_name, p.full_name) as full_name,
      g.link_key, g.role as level, g.expires_at, a.step, a.space_id, sp.name as space_name, d.id as document_id, d.title
    from above a
    join document_grant g on g.scope_id = a.id
    join space sp on sp.id = a.space_id
    left join document d on d.own_scope and d.scope_id = a.id
    left join audience au on au.id = g.audience_id
    left join person p on p.id = g.person_id
    left join person c on c.id = p.canonical_id
    order by a.step, g.role desc, g.granted_at, g.id
    limit 1000`.execute(ctx.db);
  return rows;
}

async function inheritsAt(ctx: Ctx, thing: SharedThing, scopeId: Id<"document_scope">): Promise<boolean | null> {
  if ("spaceId" in thing) return null;
  const scope = await ctx.db
    .selectFrom("document_scope as s")
    .innerJoin("document as d", (join) =>
      join.onRef("d.tenant_id", "=", "s.tenant_id").onRef("d.scope_id", "=", "s.id"),
    )
    .select("s.inherits")
    .where("s.id", "=", scopeId)
    .where("d.id", "=", thing.documentId)
    .where("d.own_scope", "=", true)
    .executeTakeFirst();
  return scope?.inherits ?? true;
}

function grantOf(row: Row, own: Id<"document"> | null): Grant {
  const role = roleOfLevel(row.level);
  if (!role) throw new RangeError(`There is no role ${row.level}.`);
  return { id: row.id, grantee: granteeOf(row), role, expiresAt: row.expires_at, from: grantedAt(row, own) };
}

function granteeOf({
  grantee,
  audience_id,
  audience_name,
  audience_kind,
  person_id,
  full_name,
  link_key,
}: Row): Grantee {
  if (audience_id)
    return { kind: "audience", audienceId: audience_id, name: audience_name ?? "", isRole: audience_kind === "role" };
  if (person_id) return { kind: "person", personId: person_id, name: full_name ?? "" };
  return grantee === "link" ? { kind: "link", key: link_key ?? "" } : { kind: "members" };
}

function grantedAt({ document_id, title, space_id, space_name }: Row, own: Id<"document"> | null): GrantedAt {
  if (document_id === own) return { kind: "here" };
  if (document_id) return { kind: "document", documentId: document_id, title: title ?? "" };
  return { kind: "space", spaceId: space_id, name: space_name };
}

function withoutKey(grant: Grant): Grant {
  return grant.grantee.kind === "link" ? { ...grant, grantee: { kind: "link", key: "" } } : grant;
}
