import { headerKey } from "./header-key.ts";
import type { Preset, PresetTarget } from "./preset.ts";
import { eventbrite } from "./presets/eventbrite.ts";
import { hubspot } from "./presets/hubspot.ts";
import { mailchimp } from "./presets/mailchimp.ts";
import { salesforce } from "./presets/salesforce.ts";
import { shopify } from "./presets/shopify.ts";
import { wechatGroup } from "./presets/wechat-group.ts";
import { youzan } from "./presets/youzan.ts";
import type { PresetName } from "./proposal.ts";

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

const places = new Map(
  presets.map(({ name, columns }) => [
    name,
    new Map(Object.entries(columns).map(([column, target]) => [headerKey(column), target])),
  ]),
);

/** Where a preset puts a column, by the key of its name. */
export function placeIn(preset: Preset, key: string): PresetTarget | undefined {
  return places.get(preset.name)?.get(key);
}
