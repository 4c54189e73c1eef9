import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { routeTree } from "../route-manifest.ts";

type IsMachine = (pathname: string) => boolean;

let known: { build: ServerBuild; isMachine: IsMachine } | null = null;

/** Tells by their declarations which addresses are for machines. Read anew when the build changes, as it does in development. */
export async function machineRoutes(currentBuild: () => Promise<ServerBuild>): Promise<IsMachine> {
  const build = await currentBuild();
  if (known?.build === build) return known.isMachine;
  const tree = routeTree(build);
  const isMachine: IsMachine = (pathname) => {
    const leaf = matchRoutes(tree, pathname.replace(/\.data$/, ""))?.at(-1);
    return leaf?.route.handle?.machine === true;
  };
  known = { build, isMachine };
  return isMachine;
}
