import { provesTwoFactors } from "@guildhall/auth";
import { AppError, notFound, unauthenticated } from "@guildhall/core";
import type { Ctx, Scope } from "@guildhall/db";
import type { Permission } from "@guildhall/tenancy/schemas";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { z } from "zod";
import type { House } from "./house.ts";
import { answerOf } from "./route-answer.ts";
import { scopeOf, type Visit } from "./visit.ts";

/** Which rooms a route belongs to, and so who may come near it at all. */
export type Area = "public" | "account" | "workspace" | "portal" | "console" | "dev";

/** Whom a room of a hall's portal is open to: whoever comes by, whoever is signed in, or who has a place in that hall. */
export type PortalAccess = "anyone" | "signed-in" | "member";

export interface Declaration {
  readonly area: Area;
  /** In a workspace: what its visitor must be allowed. */
  readonly permission?: Permission;
  /** In a portal: whom it is open to. */
  readonly access?: PortalAccess;
  /** Called by machines: ignores cookies, so no Origin is asked for. */
  readonly machine?: boolean;
}

interface Room<Params, Search> {
  readonly params: Params;
  readonly search: Search;
  readonly request: Request;
  readonly house: House;
  readonly visit: Visit;
}

interface Hall<Params, Search> extends Room<Params, Search> {
  readonly ctx: Ctx;
}

interface OpenHall<Params, Search> extends Room<Params, Search> {
  readonly scope: Scope;
}

interface Shape<Params extends z.ZodType, Search extends z.ZodType> extends Declaration {
  readonly params?: Params;
  readonly search?: Search;
}

interface WorkspaceShape<Params extends z.ZodType, Search extends z.ZodType> {
  readonly permission: Permission;
  readonly params: Params;
  readonly search?: Search;
}

interface PortalShape<Params extends z.ZodType, Search extends z.ZodType> {
  readonly access: PortalAccess;
  readonly params: Params;
  readonly search?: Search;
}

type Handled = (args: LoaderFunctionArgs | ActionFunctionArgs) => Promise<unknown>;

/** A loader or action with what its route declared, so that the route matrix and the Origin check can read it. */
export type Declared<Work extends Handled = Handled> = Work & { readonly declaration: Declaration };

/**
 * Declares a route of a workspace: its parameters, search, and the permission without which it is not there. Loaders run
 * in a read-only transaction of the tenant, actions in one that is committed when they return.
 */
export function workspaceRoute<Params extends z.ZodType, Search extends z.ZodType>({
  permission,
  params,
  search,
}: WorkspaceShape<Params, Search>) {
  const shape: Shape<Params, Search> = { area: "workspace", permission, params, ...(search && { search }) };
  return hallRoute(shape, (room) => enter(room, permission));
}

/**
 * Declares a route of a hall's portal, where its customers come and go: its actor is a visitor, or the person that
 * whoever is signed in is there. What is for members is not there for others.
 */
export function portalRoute<Params extends z.ZodType, Search extends z.ZodType>({
  access,
  params,
  search,
}: PortalShape<Params, Search>) {
  const shape: Shape<Params, Search> = { area: "portal", access, params, ...(search && { search }) };
  return hallRoute(shape, (room) => comeBy(room, access));
}

type Scoped<Params extends z.ZodType, Search extends z.ZodType> = (
  room: Room<z.output<Params>, z.output<Search>>,
) => Promise<Scope>;

function hallRoute<Params extends z.ZodType, Search extends z.ZodType>(
  shape: Shape<Params, Search>,
  scopeFor: Scoped<Params, Search>,
) {
  const inHall =
    <Result>(readOnly: boolean, work: (hall: Hall<z.output<Params>, z.output<Search>>) => Promise<Result>) =>
    async (room: Room<z.output<Params>, z.output<Search>>): Promise<Result> => {
      const scope = await scopeFor(room);
      return room.house.database.withTenant(scope, (ctx) => work({ ...room, ctx }), { readOnly });
    };
  return {
    loader: <Result>(work: (hall: Hall<z.output<Params>, z.output<Search>>) => Promise<Result>) =>
      declare(shape, inHall(true, work)),
    action: <Result>(work: (hall: Hall<z.output<Params>, z.output<Search>>) => Promise<Result>) =>
      declare(shape, inHall(false, work)),
    /** Without a transaction around it, for what streams or waits: the handler opens its own with the scope. */
    open: <Result>(work: (hall: OpenHall<z.output<Params>, z.output<Search>>) => Promise<Result>) =>
      declare(shape, async (room: Room<z.output<Params>, z.output<Search>>) =>
        work({ ...room, scope: await scopeFor(room) }),
      ),
  };
}

/** Declares a route outside of any tenant. */
export function route<Params extends z.ZodType, Search extends z.ZodType>(
  shape: Shape<Params, Search> & { area: Exclude<Area, "workspace" | "portal"> },
) {
  const handle = <Result>(work: (room: Room<z.output<Params>, z.output<Search>>) => Promise<Result>) =>
    declare(shape, async (room: Room<z.output<Params>, z.output<Search>>) => {
      await admit(room, shape.area);
      return work(room);
    });
  return { loader: handle, action: handle };
}

function declare<Params extends z.ZodType, Search extends z.ZodType, Result>(
  shape: Shape<Params, Search>,
  work: (room: Room<z.output<Params>, z.output<Search>>) => Promise<Result>,
) {
  const handler = async ({
    request,
    params,
    context: { house, visit },
  }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Result> => {
    try {
      const room = {
        params: parseAddress(shape.params, params),
        search: parseAddress(shape.search, Object.fromEntries(new URL(request.url).searchParams)),
        request,
        house,
        visit,
      };
      return await work(room);
    } catch (error) {
      throw await answerOf(error, { request, visit });
    }
  };
  const { area, permission, access, machine } = shape;
  const declaration: Declaration = {
    area,
    ...(permission && { permission }),
    ...(access && { access }),
    ...(machine && { machine }),
  };
  return Object.assign(handler, { declaration });
}

/** An address that cannot be is one where nothing is. */
function parseAddress<Schema extends z.ZodType>(schema: Schema | undefined, value: unknown): z.output<Schema> {
  if (!schema) return {} as z.output<Schema>;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

/** Into the workspace named in the address. Who may not enter is told that it is not there; who is nobody yet, to sign in; whose hall asks its staff for a second factor, to prove one. */
async function enter<Params, Search>({ params, visit }: Room<Params, Search>, permission: Permission): Promise<Scope> {
  const slug = (params as { tenant?: string }).tenant ?? "";
  const session = await visit.session();
  if (!session) throw unauthenticated();
  const access = await visit.access(slug);
  if (!access && (await visit.isShutOut(slug))) throw new AppError("forbidden", "tenancy.suspended");
  if (!access?.actor.can("workspace.enter")) throw notFound();
  if (access.tenant.requiresSecondFactor && !provesTwoFactors(session.proved))
    throw new AppError("forbidden", "auth.second-factor-needed", { hall: slug });
  if (!access.actor.can(permission)) throw new AppError("forbidden", "core.forbidden");
  return scopeOf(access, await visit.locale(), visit);
}

/** To the portal named in the address. A hall that is suspended, or none, is not there. */
async function comeBy<Params, Search>({ params, visit }: Room<Params, Search>, open: PortalAccess): Promise<Scope> {
  const slug = (params as { tenant?: string }).tenant ?? "";
  const access = await visit.access(slug);
  if (!access) throw notFound();
  if (open !== "anyone" && !(await visit.session())) throw unauthenticated();
  if (open === "member" && access.actor.kind !== "person") throw notFound();
  return scopeOf(access, await visit.locale(), visit);
}

async function admit<Params, Search>({ visit, house }: Room<Params, Search>, area: Area): Promise<void> {
  if (area === "public") return;
  if (area === "dev") {
    if (!house.config.embedded) throw notFound();
    return;
  }
  const session = await visit.session();
  if (!session) throw unauthenticated();
  if (area === "console" && !session.user.isOperator) throw notFound();
}

/** Back to where somebody was going, if that is within this house as a browser would read it, tabs and backslashes and all. */
export function safeReturn(path: string | null, fallback: string): string {
  if (!path?.startsWith("/")) return fallback;
  const here = "http://here.invalid";
  const url = URL.parse(path, here);
  // "/.//evil.example" is read as "//evil.example", which the next reader would take for another house.
  if (url?.origin !== here || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}

export function seeOther(path: string, headers: HeadersInit = {}): Response {
  return redirect(path, { status: 303, headers });
}
