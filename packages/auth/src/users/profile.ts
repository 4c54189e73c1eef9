import { lineSchema, localeSchema } from "@guildhall/core";
import { timeZoneSchema } from "@guildhall/tenancy/schemas";
import { z } from "zod";
import { themeSchema } from "./user.ts";

/** A name or zone that is left empty is taken off; a language or theme that is not named stays as it is. */
export const profileInput = z.object({
  fullName: lineSchema(200).nullish(),
  locale: localeSchema.nullish(),
  theme: themeSchema.nullish(),
  timeZone: timeZoneSchema.nullish(),
});
