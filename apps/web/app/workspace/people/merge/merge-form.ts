import { idSchema } from "@guildhall/core";
import type { MergeDifference } from "@guildhall/people/schemas";
import { z } from "zod";

/** What a choice is called in the form: an address of a field holds no colon. */
export function choiceName(column: string): string {
  return `pick-${column.replace(":", "-")}`;
}

/** Whom to merge with: all that is asked before there is anything to choose. */
export const withForm = z.object({ with: idSchema("person") });

/** The form about these differences: whom to merge, and of each thing whose is taken. */
export function mergeForm(differences: readonly MergeDifference[]) {
  const choices = differences.map(({ column, takes }) => [choiceName(column), choice.default(takes)]);
  const shape: Record<string, z.ZodType> = { with: idSchema("person"), ...Object.fromEntries(choices) };
  return z.object(shape);
}

const choice = z.enum(["kept", "merged"], { error: "core.invalid" });

/** The answers as the command takes them, by column. */
export function choicesOf(
  differences: readonly MergeDifference[],
  answers: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(differences.map(({ column }) => [column, answers[choiceName(column)]]));
}
