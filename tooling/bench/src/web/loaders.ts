/** As much of a Remix server build as it takes to put other loaders into it. */
export interface ServerBuild {
  readonly routes: Readonly<Record<string, { readonly module: RouteModule }>>;
  readonly entry: { readonly module: { openServer(options: object): Promise<OpenServer> } };
}

interface RouteModule {
  readonly loader?: Loader;
}

type Loader = ((given: unknown) => Promise<unknown>) & { readonly declaration?: unknown };

interface OpenServer {
  readonly server: import("node:http").Server;
  close(): Promise<void>;
}

/** What the loaders of a page returned, by the id of their route. */
export type Returned = Readonly<Record<string, unknown>>;

/** The same build, telling `tell` what each loader returns. */
export function recording(build: ServerBuild, tell: (route: string, returned: unknown) => void): ServerBuild {
  return withLoaders(build, (route, loader) => async (given) => {
    const returned = await loader(given);
    tell(route, returned);
    return returned;
  });
}

/** The same build, in which these loaders return what they once did, and ask neither a session nor a database. */
export function replaying(build: ServerBuild, returned: Returned): ServerBuild {
  return withLoaders(build, (route, loader) => (route in returned ? async () => returned[route] : loader));
}

function withLoaders(build: ServerBuild, replace: (route: string, loader: Loader) => Loader): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader } = route.module;
    if (!loader) return [id, route] as const;
    const replaced = Object.assign(replace(id, loader), { declaration: loader.declaration });
    return [id, { ...route, module: { ...route.module, loader: replaced } }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}
