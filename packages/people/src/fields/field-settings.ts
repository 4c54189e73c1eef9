import type { z } from "zod";
import { type Field, type FieldSettings, isForMembers } from "./field.ts";
import type { defineFieldInput, editFieldInput } from "./field-input.ts";

/** What a new field's settings are: those that its type knows. */
export function settingsOf(wanted: z.output<typeof defineFieldInput>): FieldSettings {
  return { ...typeSettings(wanted), ...memberSettings(wanted, wanted.memberMay) };
}

function typeSettings({ type, currency, decimals, target }: z.output<typeof defineFieldInput>): FieldSettings {
  if (type === "money") return { ...(currency !== null && { currency }) };
  if (type === "number") return { ...(decimals !== null && { decimals }) };
  return type === "relation" ? { target } : {};
}

/** What a field's settings become. What it leads to stays, and an amount is never without a currency to offer. */
export function settingsAfter(field: Field, wanted: z.output<typeof editFieldInput>): FieldSettings {
  const { currency, target } = field.settings;
  return {
    ...(field.type === "money" && { currency: wanted.currency ?? currency }),
    ...(field.type === "number" && wanted.decimals !== null && { decimals: wanted.decimals }),
    ...(field.type === "relation" && { target }),
    ...memberSettings(field, wanted.memberMay),
  };
}

/** Nothing is not written down. */
function memberSettings(field: Pick<Field, "subject" | "type">, memberMay: FieldSettings["memberMay"]): FieldSettings {
  return isForMembers(field) && memberMay !== "nothing" ? { memberMay } : {};
}
