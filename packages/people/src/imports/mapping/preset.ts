import { headerKey } from "./header-key.ts";
import { eventbrite } from "./presets/eventbrite.ts";
import { hubspot } from "./presets/hubspot.ts";
import { mailchimp } from "./presets/mailchimp.ts";
import { salesforce } from "./presets/salesforce.ts";
import { shopify } from "./presets/shopify.ts";
import { wechatGroup } from "./presets/wechat-group.ts";
import { youzan } from "./presets/youzan.ts";
import type { PresetName } from "./proposal.ts";
import type { DateOrder, DecimalMark, ImportFieldType, PersonTarget } from "./target.ts";

/** Where a system's columns go: one of a person's own places, a handle, an outside id, or a field of a type. */
export type PresetTarget = PersonTarget | `field:${ImportFieldType}` | `handle:${string}` | `external-id:${string}`;

/** The export of another system. Columns are named as that system names them. */
export interface Preset {
  readonly name: PresetName;
  /** Groups of names; the file is this system's when each group has one of them, and the last as many as it asks for. */
  readonly marks: readonly { readonly of: readonly string[]; readonly least: number }[];
  readonly columns: Readonly<Record<string, PresetTarget>>;
  /** The column by whose country phone numbers are read. */
  readonly countryColumns?: readonly string[];
  readonly defaultCountry?: string;
  readonly currency?: string;
  /** For columns that do not show it by themselves. */
  readonly dateOrder?: DateOrder;
  readonly decimalMark?: DecimalMark;
}

const presets: readonly Preset[] = [mailchimp, shopify, eventbrite, salesforce, hubspot, youzan, wechatGroup];

/** Which system a file comes from, by the names of its columns; null for none that is known. */
export function detectPreset(columns: readonly string[]): PresetName | null {
  const keys = new Set(columns.map(headerKey));
  const found = presets.find(({ marks }) =>
    marks.every(({ of, least }) => of.filter((name) => keys.has(headerKey(name))).length >= least),
  );
  return found?.name ?? null;
}

export function presetNamed(name: PresetName | null): Preset | null {
  return presets.find((preset) => preset.name === name) ?? null;
}
