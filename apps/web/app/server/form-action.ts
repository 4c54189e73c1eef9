import { parseWithZod } from "@conform-to/zod/v4";
import { type AppError, httpStatus } from "@guildhall/core";
import { data } from "@remix-run/node";
import type { SubmissionResult } from "@conform-to/react";
import type { z } from "zod";
import { isAppError } from "./route-answer.ts";

interface FormAnswer {
  readonly result: SubmissionResult<string[]>;
}

/**
 * Answers a posted form: checks it with the command's own schema, runs the command, and for anything the sender can
 * mend gives back what they typed with a code beside each field. `run` returns where to go next.
 */
export async function answerForm<Schema extends z.ZodObject>(form: FormData, schema: Schema, run: (value: z.output<Schema>) => Promise<Response>) {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return refuse({ result: submission.reply({ hideFields: secrets }) }, 422);
  try {
    return await run(submission.value);
  } catch (error) {
    if (!isAppError(error) || !isMendable(error)) throw error;
    const { fields, code } = error;
    const errors = Object.keys(fields).length > 0 ? { fieldErrors: Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, [text]])) } : { formErrors: [withParams(code, error)] };
    return refuse({ result: submission.reply({ ...errors, hideFields: secrets }) }, httpStatus[error.kind]);
  }
}

const secrets = ["password"];

function refuse(answer: FormAnswer, status: number) {
  return data(answer, { status });
}

/** A code with its values, as one string that the view takes apart: "auth.too-many-attempts?seconds=40". */
function withParams(code: string, { params }: AppError): string {
  const query = new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)])).toString();
  return query ? `${code}?${query}` : code;
}

function isMendable({ kind }: AppError): boolean {
  return kind === "invalid" || kind === "conflict" || kind === "limited" || kind === "too-large";
}
