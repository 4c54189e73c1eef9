import { pageSchema } from "@guildhall/core";
import { z } from "zod";

/** What the operator looks for among the halls. */
export const tenantSearch = pageSchema.extend({
  /** Part of a name or an address. */
  q: z.string().trim().max(200).default(""),
  status: z.enum(["all", "active", "suspended", "closing"]).default("all"),
});
