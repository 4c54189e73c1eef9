import type { ColumnMapping, ImportFieldType, Mapping, Target } from "./target.ts";

export const presetNames = [
  "hubspot",
  "salesforce",
  "mailchimp",
  "eventbrite",
  "shopify",
  "youzan",
  "wechat-group",
] as const;
export type PresetName = (typeof presetNames)[number];

/** A custom field that people have already. */
export interface ExistingField {
  readonly id: string;
  readonly name: string;
  readonly type: ImportFieldType;
}

export interface ProposalOptions {
  readonly customFields: readonly ExistingField[];
  /** Null: somebody said that none fits. Left out: the one that the columns' names show. */
  readonly preset?: PresetName | null;
  /** Where each column went the last time, by its name; see `rememberMapping`. */
  readonly remembered?: RememberedMapping;
  readonly defaultCountry?: string | null;
  readonly timeZone?: string;
  readonly currency?: string;
}

/** By the column's name as `headerKey` writes it. */
export type RememberedMapping = Readonly<Record<string, RememberedColumn>>;
export interface RememberedColumn {
  readonly target: Target;
  readonly dateOrder?: ColumnMapping["dateOrder"];
  readonly decimalMark?: ColumnMapping["decimalMark"];
  readonly currency?: ColumnMapping["currency"];
}

/** A mapping to look at and to change; `mapping` can be run as it is. */
export interface Proposal {
  readonly preset: PresetName | null;
  readonly mapping: Mapping;
  readonly columns: readonly ProposedColumn[];
}

export interface ProposedColumn {
  readonly column: number;
  readonly name: string;
  readonly target: Target;
  /** 0 to 1: below 0.6 somebody should look. */
  readonly confidence: number;
  readonly why: "preset" | "remembered" | "header" | "content" | "empty";
  /** Up to five different cells. */
  readonly examples: readonly string[];
  /** How many of the sample's rows have something here. */
  readonly filled: number;
  /** What cannot be told from the sample: whether 3/4 is in March, 1.234 a thousand, or in which country a number is. */
  readonly doubt: "imports.date-doubtful" | "imports.number-doubtful" | "imports.phone-country-missing" | null;
}
