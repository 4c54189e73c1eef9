import { z } from "zod";
import { type FieldValues, fieldIdSchema } from "./field.ts";

const storedSchema: z.ZodType<FieldValues> = z.record(
  fieldIdSchema,
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.object({ amount: z.number(), currency: z.string() }),
  ]),
);

/** The values of a record as the database has them. */
export function readFieldValues(stored: unknown): FieldValues {
  return storedSchema.parse(stored);
}
