import { lineSchema, localeSchema } from "@guildhall/core";
import { timeZoneSchema } from "@guildhall/tenancy/schemas";
import { z } from "zod";
import { themeSchema } from "./user.ts";

/** What a form leaves empty is left out. */
export const profileInput = z.object({
  fullName: lineSchema(200).nullish(),
  locale: localeSchema,
  theme: themeSchema,
  timeZone: timeZoneSchema.nullish(),
});
