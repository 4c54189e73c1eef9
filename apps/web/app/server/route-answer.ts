import { type AppError, type ErrorParams, httpStatus } from "@guildhall/core";
import { data, redirect } from "@remix-run/node";
import { ZodError } from "zod";
import type { Visit } from "./visit.ts";

/** What an error page is told: never more than a code and the values of its sentence. */
interface ErrorAnswer {
  readonly code: string;
  readonly params: ErrorParams;
  readonly requestId: string;
}

/** What to throw to Remix for an error that a route did not handle itself. Surprises go on as they are, to be logged. */
export async function answerOf(
  error: unknown,
  { request, visit }: { request: Request; visit: Visit },
): Promise<unknown> {
  if (error instanceof ZodError) return answer("core.invalid", {}, 422, visit);
  if (!isAppError(error)) return error;
  if (error.kind === "unauthenticated" && request.method === "GET") {
    const { pathname, search } = new URL(request.url);
    return redirect(`/login?to=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}`);
  }
  return answer(error.code, error.params, httpStatus[error.kind], visit);
}

function answer(code: string, params: ErrorParams, status: number, visit: Visit) {
  return data({ code, params, requestId: visit.requestId } satisfies ErrorAnswer, { status });
}

/** By its shape: while the dev server reloads modules, two classes of that name are about. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && "kind" in error;
}
