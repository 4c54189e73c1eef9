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
  const detour = detourOf(error, request);
  if (detour) return redirect(detour, 303);
  if (error.kind === "unauthenticated" && request.method === "GET")
    return redirect(`/login?to=${encodeURIComponent(addressOf(request))}`);
  return answer(error.code, error.params, httpStatus[error.kind], visit);
}

/** Where somebody has to go first, before they may do this; what only listens is told no. */
function detourOf({ code, params }: AppError, request: Request): string | null {
  if (request.headers.get("accept")?.includes("text/event-stream")) return null;
  if (code === "auth.prove-again") return `/account/prove?to=${encodeURIComponent(addressOf(request))}`;
  if (code === "auth.second-factor-needed") return `/account/security?for=${encodeURIComponent(params.hall ?? "")}`;
  return null;
}

function addressOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname.replace(/\.data$/, "") + search;
}

function answer(code: string, params: ErrorParams, status: number, visit: Visit) {
  return data({ code, params, requestId: visit.requestId } satisfies ErrorAnswer, { status });
}

/** By its shape: while the dev server reloads modules, two classes of that name are about. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && "kind" in error;
}
