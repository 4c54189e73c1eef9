import { readImports } from "./boundaries/graph.ts";
import { houseFindings } from "./boundaries/house.ts";
import { reachFindings } from "./boundaries/reach.ts";
import { importRules } from "./boundaries/rules.ts";
import { type Finding, report } from "./finding.ts";
import { root } from "./root.ts";
import { readWorkspace } from "./workspace.ts";

/** Who imports whom: DESIGN §2, as floors.ts has it. */
export async function checkBoundaries(top: string): Promise<Finding[]> {
  const workspace = readWorkspace(top);
  const rules = importRules(workspace);
  const { modules, summary } = await readImports(top, rules);
  const comments = new Map(rules.map(({ name, from, comment }) => [`${name} ${JSON.stringify(from)}`, comment]));
  return [
    ...houseFindings(workspace),
    ...summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, file: from, message: `imports ${to}` })),
    ...reachFindings(modules, workspace),
  ];
}

if (import.meta.main) report(await checkBoundaries(root));
