import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type AppError, httpStatus } from "@guildhall/core";
import { readAnswers } from "@guildhall/ui/answers";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { isAppError } from "./route-answer.ts";

interface FormAnswer {
  readonly result: SubmissionResult<string[]>;
}

/**
 * Answers a posted form: checks it with the command's own schema, runs the command, and for anything the sender can
 * mend gives back what they typed with a code beside each field. `run` returns where to go next. An error that names no
 * field stands above the form, or beside `field` where the form has one thing to get wrong.
 */
export async function answerForm<Schema extends z.ZodObject, Done = Response>(
  form: FormData,
  schema: Schema,
  run: (value: z.output<Schema>) => Promise<Done>,
  { field }: { field?: string } = {},
) {
  const submission = parseWithZod(readAnswers(form), { schema });
  if (submission.status !== "success") return refuse({ result: submission.reply({ hideFields: secrets }) }, 422);
  try {
    return await run(submission.value);
  } catch (error) {
    if (!isAppError(error) || !isMendable(error)) throw error;
    return refuse({ result: submission.reply({ ...errorsOf(error, field), hideFields: secrets }) }, statusOf(error));
  }
}

const secrets = ["password", "current"];

function refuse(answer: FormAnswer, status: number) {
  return data(answer, { status });
}

function errorsOf(error: AppError, field: string | undefined) {
  const named = Object.entries(error.fields);
  if (named.length > 0)
    return { fieldErrors: Object.fromEntries(named.map(([name, codes]) => [name, [codes].flat()])) };
  const code = withParams(error.code, error);
  return field ? { fieldErrors: { [field]: [code] } } : { formErrors: [code] };
}

/** A form that can be mended and sent again is 422, whatever is wrong; what only waiting or less of it mends says so. */
function statusOf({ kind }: AppError): number {
  return kind === "limited" || kind === "too-large" ? httpStatus[kind] : httpStatus.invalid;
}

/** A code with its values, as one string that the view takes apart: "auth.too-many-attempts?seconds=40". */
function withParams(code: string, { params }: AppError): string {
  const query = new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)])).toString();
  return query ? `${code}?${query}` : code;
}

function isMendable({ kind }: AppError): boolean {
  return kind === "invalid" || kind === "conflict" || kind === "limited" || kind === "too-large";
}
