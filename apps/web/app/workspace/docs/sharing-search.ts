import { idSchema } from "@guildhall/core";
import { z } from "zod";

/** Whom the page of who may see something is asked about, and whom to look for. */
export const sharingSearch = z.object({
  of: idSchema("person").optional().catch(undefined),
  /** A letter was just sent. */
  sent: z.literal("1").optional().catch(undefined),
  find: z.string().max(200).optional().catch(undefined),
});
