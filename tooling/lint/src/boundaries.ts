import type { IForbiddenRuleType } from "dependency-cruiser";
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
  return [
    ...houseFindings(workspace),
    ...summary.violations.map(({ rule: { name }, from, to, cycle }) => ({
      rule: name,
      file: from,
      message: `imports ${cycle?.map((step) => step.name).join(" → ") ?? to}: ${reason(rules, name, from)}`,
    })),
    ...reachFindings(modules, workspace),
  ];
}

/** Rules of one name differ by whom they bind. */
function reason(rules: IForbiddenRuleType[], name: string, file: string): string {
  const rule = rules.find((each) => each.name === name && new RegExp(String(each.from.path ?? "")).test(file));
  return rule?.comment ?? name;
}

if (import.meta.main) report(await checkBoundaries(root));
