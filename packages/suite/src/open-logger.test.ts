import { expect, test } from "vitest";
import { openLogger } from "./open-logger.ts";

test("an error is logged with what it says, its code and its cause, and nothing else that it holds", () => {
  const lines: string[] = [];
  const logger = openLogger("info", { write: (line) => lines.push(line) });
  const cause = new Error("the line was cut");
  const error = Object.assign(new Error("no answer", { cause }), { code: "57P01", client: { password: "hunter2" } });
  logger.error({ err: error }, "it failed");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    msg: "it failed",
    err: { name: "Error", message: "no answer", code: "57P01", cause: { message: "the line was cut" } },
  });
  expect(lines.join()).not.toContain("hunter2");
});
