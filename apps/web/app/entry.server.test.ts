import type { LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { expect, test, vi } from "vitest";
import { handleError } from "./entry.server.tsx";

/** What reaches the log of an error that a route threw. */
function logged(error: unknown): unknown[] {
  const line = vi.fn();
  const args = { request: new Request("http://hall.example/w/harbor/live"), params: {} };
  handleError(error, {
    ...args,
    context: { house: { logger: { error: line } }, visit: { requestId: "r1" } },
  } as unknown as LoaderFunctionArgs);
  return line.mock.calls;
}

test("what nobody expected is logged; an answer is none of it, in whichever shape it comes", () => {
  const surprise = new Error("the lamp fell over");
  expect(logged(surprise)).toEqual([[expect.objectContaining({ err: surprise, requestId: "r1" }), "a request failed"]]);
  expect(logged(data({ code: "core.not-found" }, { status: 404 }))).toEqual([]);
  const ofResource = { status: 404, statusText: "", internal: false, data: { code: "core.not-found" } };
  expect(logged(ofResource)).toEqual([]);
  expect(logged({ ...ofResource, status: 500 })).toHaveLength(1);
});
