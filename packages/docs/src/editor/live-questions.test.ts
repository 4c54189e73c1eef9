import { expect, test } from "vitest";
import type { DocumentNode } from "./document-node.ts";
import { documentText } from "./document-text.ts";
import { liveQuestionOf, liveQuestionsIn } from "./live-questions.ts";

const block = (params: unknown): DocumentNode => ({ type: "liveBlock", attrs: { kind: "person", params } });

test("every live block is found, wherever it stands, and none of it is among the words", () => {
  const json: DocumentNode = {
    type: "doc",
    content: [
      { type: "title", content: [{ type: "text", text: "Plan" }] },
      block({ personId: "1" }),
      { type: "blockquote", content: [block({ personId: "2" })] },
    ],
  };
  expect(liveQuestionsIn(json)).toEqual([
    { kind: "person", params: { personId: "1" } },
    { kind: "person", params: { personId: "2" } },
  ]);
  expect(documentText(json)).toEqual({ title: "Plan", body: "" });
});

test("what no page could write down asks for nothing", () => {
  const round: Record<string, unknown> = {};
  round.again = round;
  for (const params of [round, { count: 1n }, ["a"], null, undefined, "text", 7])
    expect(liveQuestionOf({ kind: "person", params })).toEqual({ kind: "person", params: {} });
  expect(liveQuestionOf({ kind: 7, params: { a: 1 } })).toEqual({ kind: "", params: { a: 1 } });
  expect(liveQuestionOf(undefined)).toEqual({ kind: "", params: {} });
});
