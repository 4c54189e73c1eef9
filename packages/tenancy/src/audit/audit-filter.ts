import { idSchema } from "@guildhall/core";
import { z } from "zod";

/** An empty field of a form asks for nothing, and neither does what cannot be read. */
const asked = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const word = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z_.-]*$/);
const day = z.iso.date();

/** What is asked of the history, as it stands in an address. */
export const auditFilterSchema = z.object({
  /** Whoever did it: a person, or the house itself. */
  who: asked(z.union([z.literal("system"), idSchema("person")])),
  action: asked(word),
  /** What kind of thing it was done to. */
  kind: asked(word),
  /** Whom it is about. */
  person: asked(idSchema("person")),
  /** Days by the hall's own clock, both included. */
  from: asked(day),
  to: asked(day),
});
export type AuditFilter = z.output<typeof auditFilterSchema>;

export const auditFormats = ["csv", "jsonl"] as const;
export type AuditFormat = (typeof auditFormats)[number];
export const exportAuditInput = auditFilterSchema.extend({ format: z.enum(auditFormats) });
