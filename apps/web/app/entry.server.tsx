import "./server/plain-date-spaces.ts";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import type { House } from "./server/house.ts";
import type { Visit } from "./server/visit.ts";
import { withoutNul } from "./server/without-nul.ts";
import { NonceContext } from "./shell/nonce.ts";

export { openServer } from "./server/open-server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    readonly house: House;
    readonly visit: Visit;
  }
}

export const streamTimeout = 15_000;

/** Renders a page. People get it as it comes, robots when it is whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { visit, house }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let statusNow = status;
    let shellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={visit.nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={visit.nonce} />
      </NonceContext.Provider>,
      {
        nonce: visit.nonce,
        [isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady"]: () => {
          shellSent = true;
          const body = withoutNul();
          headers.set("content-type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { status: statusNow, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error: unknown) => {
          statusNow = 500;
          if (shellSent)
            house.logger.error({ err: error, requestId: visit.requestId }, "a page broke while it was sent");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Logs what no route expected. The reader of the page gets the request's id, and this line is found by it. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isAnswer(error)) return;
  context.house.logger.error(
    { err: error, requestId: context.visit.requestId, method: request.method, url: new URL(request.url).pathname },
    "a request failed",
  );
}

/** What a route threw as its answer (`data(…)` with a status): expected, and told to whoever asked. */
function isAnswer(error: unknown): boolean {
  if (isRouteErrorResponse(error)) return error.status < 500; // what Remix makes of it where a route has no page
  return typeof error === "object" && error !== null && "type" in error && error.type === "DataWithResponseInit";
}
