import { type Id, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { z } from "zod";
import { answerForm } from "./form-action.ts";

/** One of several things to do on a page about one row: its form, and the command behind it. */
export type Act<Table extends string> = (form: FormData, run: Run<Table>) => Promise<unknown>;
type Run<Table extends string> = (work: (ctx: Ctx, id: Id<Table>) => Promise<unknown>) => Promise<Response>;

/** A form and its command, with what it takes checked by the form's own schema; what the command refuses stands beside it. */
export function actOf<Schema extends z.ZodObject, Table extends string>(
  schema: Schema,
  command: (ctx: Ctx, id: Id<Table>, value: z.output<Schema>) => Promise<unknown>,
): Act<Table> {
  return (form, run) => answerForm(form, schema, (value) => run((ctx, id) => parsed(() => command(ctx, id, value))));
}

/** A command that parses more narrowly than its form could says so beside the same fields. */
async function parsed(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw invalid(
      "core.invalid",
      Object.fromEntries(error.issues.map(({ path, message }) => [path.join("."), message])),
    );
  }
}
