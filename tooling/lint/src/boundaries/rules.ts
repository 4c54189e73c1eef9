import type { IForbiddenRuleType } from "dependency-cruiser";
import { beside, domains, knownPackages, mayImport } from "../floors.ts";
import { scope, type WorkspacePackage } from "../workspace.ts";
import { anyOf, inPackages, npm } from "./paths.ts";

const tests = ["\\.(test|spec)\\.tsx?$", "(^|/)test/"];

/** What dependency-cruiser judges, import by import. The comment is what the offender reads. */
export function importRules(workspace: WorkspacePackage[]): IForbiddenRuleType[] {
  const rules = [
    ...workspace.filter(({ kind }) => kind === "packages").flatMap(({ folder }) => floorRules(folder)),
    ...workspace.filter(({ kind }) => kind !== "apps").map((house) => onlyDoors(house)),
    ...workspace.flatMap((house) => undeclared(house, workspace)),
    ...appRules(workspace),
    toolingStaysOutside(workspace),
    testingOnlyInTests,
    routesHoldNoSql,
    filesCountAgainstThePlan,
    reactStaysInUi,
    noCircularImports,
  ];
  return rules.map((rule) => ({ severity: "error", ...rule }));
}

function floorRules(name: string): IForbiddenRuleType[] {
  const reachable = mayImport(name);
  const isDomain = domains.includes(name);
  const others = knownPackages.filter((other) => other !== name && other !== "testing" && !reachable.includes(other));
  const siblings = others.filter((other) => isDomain && domains.includes(other));
  const above = others.filter((other) => !siblings.includes(other));
  const from = { path: `^packages/${name}/` };
  return [
    {
      name: name in beside ? `${name}-stands-apart` : "floors-go-down",
      comment: `${name} may import ${reachable.join(", ") || "nothing of ours"} (tooling/lint/src/floors.ts)`,
      from,
      to: { path: inPackages(above) },
    },
    {
      name: "domains-never-meet",
      comment: "Domains share ids, audiences and facts, and meet in apps",
      from,
      to: { path: inPackages(siblings) },
    },
  ];
}

function onlyDoors({ path, folder, doors }: WorkspacePackage): IForbiddenRuleType {
  const names = doors.map(({ name }) => name.replace("./", "")).filter((name) => name !== ".");
  return {
    name: "only-doors",
    comment: `Import ${scope}${folder} by what its package.json exports: ${doors.map(({ name }) => name).join(", ")}`,
    from: { path: "^(apps|packages|tooling)/", pathNot: `^${path}/` },
    to: {
      path: [`^${path}/`, `^${scope}${folder}/`],
      pathNot: [...doors.map(({ file }) => `^${file}$`), `^${scope}${folder}/${anyOf(names)}$`],
    },
  };
}

function undeclared({ path, folder, dependencies }: WorkspacePackage, workspace: WorkspacePackage[]) {
  const comment = `${path}/package.json has to declare what its files import`;
  const strangers = workspace.filter(
    (other) => other.folder !== folder && !dependencies.includes(scope + other.folder),
  );
  const name = "declared-dependencies";
  return [
    {
      name,
      comment,
      from: { path: `^${path}/` },
      to: { path: inPackages(strangers.filter(({ kind }) => kind !== "apps").map((stranger) => stranger.folder)) },
    },
    {
      name,
      comment,
      from: { path: `^${path}/` },
      to: {
        dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"],
        // Files that are not there are the type checker's to find; virtual modules are Vite's.
        pathNot: ["^\\.", "^virtual:", `^${scope}`],
      },
    },
  ] satisfies IForbiddenRuleType[];
}

function appRules(workspace: WorkspacePackage[]): IForbiddenRuleType[] {
  const apps = workspace.filter(({ kind }) => kind === "apps").map(({ folder }) => folder);
  const toApps = ["^apps/", `^${scope}${anyOf(apps)}(/|$)`];
  return [
    {
      name: "packages-never-import-apps",
      comment: "Apps compose packages, never the other way round",
      from: { path: "^packages/" },
      to: { path: toApps },
    },
    {
      name: "apps-are-imported-by-nobody",
      comment: "What two apps share is a package",
      // What starts, tests and measures the product has to open it.
      from: { path: "^(apps|tooling)/([^/]+)/", pathNot: "^tooling/(start|bench)/" },
      to: { path: toApps, pathNot: "^$1/$2/" },
    },
  ];
}

function toolingStaysOutside(workspace: WorkspacePackage[]): IForbiddenRuleType {
  const tools = workspace.filter(({ kind }) => kind === "tooling").map(({ folder }) => folder);
  return {
    name: "tooling-stays-outside",
    comment: "What ships does not depend on what builds and checks it",
    from: { path: "^(apps|packages)/", pathNot: tests },
    to: { path: ["^tooling/", `^${scope}${anyOf(tools)}(/|$)`] },
  };
}

const testingOnlyInTests: IForbiddenRuleType = {
  name: "testing-only-in-tests",
  comment: "Only *.test.ts, *.spec.ts, test/ folders and tooling import @guildhall/testing",
  from: { path: "^(apps|packages)/", pathNot: [...tests, "^packages/testing/", "/(vitest|playwright)\\.config\\.ts$"] },
  to: { path: inPackages(["testing"]) },
};

const routesHoldNoSql: IForbiddenRuleType = {
  name: "routes-hold-no-sql",
  comment: "A loader calls a query, an action a command; both live in a package",
  from: { path: "^apps/web/app/", pathNot: ["^apps/web/app/server/", ...tests] },
  to: { path: npm("kysely", "pg") },
};

const filesCountAgainstThePlan: IForbiddenRuleType = {
  name: "files-count-against-the-plan",
  comment:
    "keepFile of @guildhall/tenancy asks whether there is room, and records the file; nobody records one past it",
  from: { path: "^(apps|packages|tooling)/", pathNot: ["^packages/(files|tenancy)/"] },
  to: { path: ["^packages/files/src/files/record-file\\.ts$", `^${scope}files/record$`] },
};

const reactStaysInUi: IForbiddenRuleType = {
  name: "react-stays-in-ui",
  comment: "Packages other than ui know nothing of React or Remix",
  from: { path: "^packages/", pathNot: "^packages/ui/" },
  to: { path: npm("react", "react-dom", "react-aria-components", "@remix-run") },
};

const noCircularImports: IForbiddenRuleType = {
  name: "no-circular-imports",
  comment: "Two files that need each other are one idea, or hide a third",
  from: {},
  to: { circular: true },
};
