import { fold } from "../../../fields/read-options.ts";

const stages = ["lead", "prospect", "customer", "partner", "past"] as const;
export type Stage = (typeof stages)[number];

/** How other systems call them. */
const words: Readonly<Record<Stage, readonly string[]>> = {
  lead: [
    "lead",
    "leads",
    "new",
    "open",
    "subscriber",
    "marketing qualified lead",
    "mql",
    "contact",
    "other",
    "线索",
    "潜在客户",
    "新客户",
    "潜客",
  ],
  prospect: [
    "prospect",
    "sales qualified lead",
    "sql",
    "opportunity",
    "qualified",
    "working",
    "意向客户",
    "意向",
    "商机",
    "跟进中",
  ],
  customer: [
    "customer",
    "client",
    "active",
    "evangelist",
    "member",
    "paying",
    "客户",
    "成交客户",
    "已成交",
    "会员",
    "老客户",
  ],
  partner: ["partner", "reseller", "supplier", "伙伴", "合作伙伴", "合作方", "经销商"],
  past: ["past", "former", "churned", "inactive", "lost", "archived", "老友", "流失", "流失客户", "前客户"],
};

const byWord = new Map(stages.flatMap((stage) => words[stage].map((word) => [word, stage] as const)));

/** The stage that a word of another system means; null for one that nobody knows. */
export function stageOf(word: string): Stage | null {
  return byWord.get(fold(word).replaceAll(/[_-]/g, " ")) ?? null;
}
