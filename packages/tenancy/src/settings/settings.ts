import { type Id, type Locale, lineSchema, localeSchema } from "@guildhall/core";
import { z } from "zod";
import { timeZoneSchema } from "../tenants/tenant.ts";

/** What a hall can be set to, as its settings show it. */
export interface HallSettings {
  readonly slug: string;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly accent: string | null;
  readonly requiresSecondFactor: boolean;
  readonly logoFileId: Id<"file"> | null;
}

export const editHallInput = z.object({
  name: lineSchema(200),
  locale: localeSchema,
  timeZone: z.string().max(60, { error: "tenancy.time-zone-unknown" }).pipe(timeZoneSchema),
});

export const signInRulesInput = z.object({ requiresSecondFactor: z.boolean().default(false) });
