import type { Finding } from "../finding.ts";
import { knownPackages, ownDoors, usualDoors } from "../floors.ts";
import type { WorkspacePackage } from "../workspace.ts";

/** What can be said of a package from its package.json alone. */
export function houseFindings(workspace: WorkspacePackage[]): Finding[] {
  return workspace
    .filter(({ kind }) => kind === "packages")
    .flatMap((house) => [...withoutFloor(house), ...oddDoors(house)]);
}

function withoutFloor({ folder, path }: WorkspacePackage): Finding[] {
  if (knownPackages.includes(folder)) return [];
  const message = `${folder} stands nowhere: give it a floor in tooling/lint/src/floors.ts`;
  return [{ rule: "packages-have-a-floor", file: `${path}/package.json`, message }];
}

function oddDoors({ folder, path, doors }: WorkspacePackage): Finding[] {
  const allowed = [...usualDoors, ...(ownDoors[folder] ?? [])];
  return doors
    .filter(({ name }) => !allowed.includes(name))
    .map(({ name }) => ({
      rule: "few-doors",
      file: `${path}/package.json`,
      message: `${name} is one door too many: ${allowed.join(", ")} are known (tooling/lint/src/floors.ts)`,
    }));
}
