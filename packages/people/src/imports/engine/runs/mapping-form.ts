import { currencySchema, idSchema, lineSchema } from "@guildhall/core";
import { z } from "zod";
import { dateOrderSchema, decimalMarkSchema, type Target } from "../../mapping/target.ts";
import { importModes } from "../plan/rules.ts";
import { mostColumns } from "./import-run.ts";

const blank = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal("").transform(() => undefined), schema]).optional();

/** A choice of a form: "email", "handle:wechat", "field:UUID", "new-field:text". */
const choiceSchema = z.string().max(100);

/** Where each column goes and how its cells are read, as a form says it. */
export const mapColumnsInput = z.object({
  runId: idSchema("import_run"),
  columns: z
    .array(
      z.object({
        target: choiceSchema,
        name: blank(lineSchema(80)),
        dateOrder: blank(dateOrderSchema),
        decimalMark: blank(decimalMarkSchema),
        currency: blank(currencySchema),
      }),
    )
    .max(mostColumns),
  defaultCountry: blank(z.string().regex(/^[A-Z]{2}$/)),
});

export const matchingInput = z.object({ runId: idSchema("import_run"), mode: z.enum(importModes) });

/** A target as a form's choice. */
export function choiceOf(target: Target): string {
  switch (target.to) {
    case "handle":
    case "external-id":
      return `${target.to}:${target.provider}`;
    case "field":
      return `field:${target.fieldId}`;
    case "new-field":
      return `new-field:${target.type}`;
    default:
      return target.to;
  }
}
