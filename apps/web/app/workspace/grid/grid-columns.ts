import { m } from "@guildhall/i18n/messages";
import type { GridColumn as AskedColumn, GridName } from "@guildhall/people/schemas";
import type { GridChoice, GridColumn } from "@guildhall/ui/grid";
import { roleName } from "../../shell/role-name.ts";
import type { Words } from "../../shell/words.ts";
import { sourceIn } from "../people/source-words.ts";

interface Known {
  readonly tags: readonly GridChoice[];
  readonly staff: readonly GridChoice[];
}

/** Columns as the grid's component takes them: with words, and with what there is to choose. */
export function gridColumns(
  grid: GridName,
  asked: readonly AskedColumn[],
  known: Known,
  words: Words,
): readonly GridColumn[] {
  return asked.map((column) => {
    const { id, kind, sortable, filterable, editable, width, target, settings } = column;
    return {
      id,
      kind,
      label: column.name ?? words.t(columnWord(grid, id)),
      sortable,
      filterable,
      editable,
      shown: shownAtRest.has(id),
      width,
      choices: choicesOf(column, known, words),
      makes: target === "tag",
      ...(target === "company" && { finds: "company" as const }),
      ...((target === "person" || target === "staff") && { finds: "person" as const }),
      currency: settings.currency,
      decimals: settings.decimals,
    };
  });
}

function choicesOf(
  { id, target, options }: AskedColumn,
  { tags, staff }: Known,
  words: Words,
): readonly GridChoice[] | undefined {
  if (target === "tag") return tags;
  if (target === "staff") return staff;
  return options?.map((option) => ({
    id: option.id,
    name: option.name ?? optionName(words, id, option.id),
    tone: tones[option.id] ?? option.tone,
  }));
}

/** What one of the options of such a column is called. */
export function optionName(words: Words, column: string, option: string): string {
  if (column === "source") return sourceIn(words, option);
  return words.t(column === "role" ? roleName(option) : (options[option] ?? m.grid_choice_gone));
}

/** What a grid shows before anybody chose. */
const shownAtRest: ReadonlySet<string> = new Set([
  "name",
  "stage",
  "company",
  "email",
  "phone",
  "tags",
  "owner",
  "lastActivityAt",
  "domains",
  "people",
  "parent",
  "createdAt",
]);

const tones: Readonly<Record<string, GridChoice["tone"]>> = {
  lead: "indigo",
  prospect: "ochre",
  customer: "jade",
  owner: "seal",
  manager: "seal",
};

const options: Readonly<Record<string, typeof m.grid_stage_lead>> = {
  lead: m.grid_stage_lead,
  prospect: m.grid_stage_prospect,
  customer: m.grid_stage_customer,
  partner: m.grid_stage_partner,
  past: m.grid_stage_past,
  en: m.grid_language_en,
  "zh-CN": m.grid_language_zh,
};

/** What one of a grid's own columns is called. */
export function columnWord(grid: GridName, id: string) {
  if (grid === "companies" && id === "name") return m.grid_col_company_name;
  return labels[id] ?? m.grid_column_gone;
}

const labels: Readonly<Record<string, typeof m.grid_col_name>> = {
  name: m.grid_col_name,
  email: m.grid_col_email,
  phone: m.grid_col_phone,
  company: m.grid_col_company,
  jobTitle: m.grid_col_job_title,
  stage: m.grid_col_stage,
  tags: m.grid_col_tags,
  owner: m.grid_col_owner,
  source: m.grid_col_source,
  language: m.grid_col_language,
  timeZone: m.grid_col_time_zone,
  role: m.grid_col_role,
  member: m.grid_col_member,
  createdAt: m.grid_col_created,
  updatedAt: m.grid_col_updated,
  lastActivityAt: m.grid_col_heard,
  domains: m.grid_col_domains,
  parent: m.grid_col_parent,
  people: m.grid_col_people,
};
