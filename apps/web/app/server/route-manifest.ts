import type { ServerBuild } from "@remix-run/node";
import type { Declaration, Declared } from "./define-route.ts";

export interface ListedRoute {
  readonly id: string;
  /** From the root, with parameters as ":name". */
  readonly path: string;
  readonly loader: Declaration | null;
  readonly action: Declaration | null;
  readonly isPage: boolean;
}

/** Every route of the build, with what it declared. Throws for one whose loader or action declares nothing. */
export function listRoutes({ routes }: ServerBuild): ListedRoute[] {
  return Object.values(routes)
    .filter((route) => route !== undefined)
    .map(({ id, module }) => ({
      id,
      path: fullPath(routes, id),
      loader: declarationOf(id, module.loader),
      action: declarationOf(id, module.action),
      isPage: module.default !== undefined,
    }));
}

interface TreeNode {
  id: string;
  path?: string;
  index?: false;
  handle: { machine: boolean };
  children?: TreeNode[];
}

/** The routes as react-router matches them, each with whether it is for machines. */
export function routeTree({ routes }: ServerBuild, parentId?: string): TreeNode[] {
  return Object.values(routes)
    .filter((route) => route !== undefined)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, module }) => {
      const children = routeTree({ routes } as ServerBuild, id);
      const machine = [module.loader, module.action].some((work) => declarationOf(id, work)?.machine === true);
      return { id, handle: { machine }, ...(path !== undefined && { path }), ...(children.length > 0 && { children }) };
    });
}

function declarationOf(id: string, work: unknown): Declaration | null {
  if (typeof work !== "function") return null;
  if (!isDeclared(work))
    throw new Error(
      `Route ${id} has a loader or action that declares nothing: build it with route() or workspaceRoute().`,
    );
  return work.declaration;
}

function isDeclared(work: object): work is Declared {
  return "declaration" in work;
}

function fullPath(routes: ServerBuild["routes"], id: string): string {
  const segments: string[] = [];
  for (let route = routes[id]; route; route = route.parentId ? routes[route.parentId] : undefined)
    if (route.path) segments.unshift(route.path);
  return `/${segments.join("/")}`.replaceAll("//", "/");
}
