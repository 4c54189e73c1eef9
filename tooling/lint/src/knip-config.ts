import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { KnipConfig } from "knip";
import base from "../../../knip.json" with { type: "json" };
import { root } from "./root.ts";
import { sourceFiles } from "./source-files.ts";
import { readWorkspace, scope } from "./workspace.ts";

const web = "apps/web";

/** knip.json, and what only the sources can tell: which files are routes, and what web declares for others. */
const config: KnipConfig = {
  ...(base as KnipConfig),
  workspaces: {
    ...base.workspaces,
    [web]: {
      ...base.workspaces[web],
      entry: [...base.workspaces[web].entry, ...routeModules(root)],
      ignoreDependencies: externals(root),
    },
  },
};

export default config;

/** Files that a routes.ts names, from apps/web: `route("people", "workspace/people/list.tsx")`. */
function routeModules(top: string): string[] {
  return sourceFiles(top, `${web}/app/**/*routes.ts`).flatMap(({ path, text }) => {
    const named = [...text.matchAll(/["'`]([^"'`\s]+\.tsx?)["'`]/g)].map(([, name]) => String(name));
    const places = named.flatMap((name) => [join(web, "app", name), join(dirname(path), name)]);
    return [...new Set(places)].filter((place) => existsSync(join(top, place))).map((place) => relative(web, place));
  });
}

/** Vite inlines the source of our packages, so web declares what they import from the registry to keep it outside. */
function externals(top: string): string[] {
  const workspace = readWorkspace(top);
  return workspace
    .filter(({ kind }) => kind === "packages")
    .flatMap(({ runtimeDependencies }) => runtimeDependencies)
    .filter((name) => !name.startsWith(scope));
}
