import { lineSchema, localeSchema } from "@guildhall/core";
import { timeZoneSchema } from "@guildhall/tenancy/schemas";
import { z } from "zod";
import { themeSchema } from "./user.ts";

/** What the form calls having no zone of one's own. */
export const ofTheHall = "hall";

/** A name or zone that is left empty is taken off; a language or theme that is not named stays as it is. */
export const profileInput = z.object({
  fullName: lineSchema(200).nullish(),
  locale: localeSchema.nullish(),
  theme: themeSchema.nullish(),
  timeZone: z
    .string()
    .transform((zone) => (zone === ofTheHall ? null : zone))
    .pipe(timeZoneSchema.nullable())
    .nullish(),
});
