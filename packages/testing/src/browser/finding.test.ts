import { expect, test } from "vitest";
import { consoleFinding } from "./finding.ts";

const found = (text: string) => consoleFinding("error", text, "http://hall.example/")?.kind;

test("an answer that somebody did not wait for is no complaint; every other that was cut off is", () => {
  expect(found("AbortError: BodyStreamBuffer was aborted\n    at navigate")).toBeUndefined();
  expect(found("AbortError: The user aborted a request.")).toBe("console.error");
  expect(found("It broke. AbortError: BodyStreamBuffer was aborted")).toBe("console.error");
});
