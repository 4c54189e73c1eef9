import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { Content } from "./content.ts";

const nothing = Uint8Array.of(0);

type Step = { do: "write"; at: number } | { do: "delete"; at: number } | { do: "join" } | { do: "wait" };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom("write" as const, "delete" as const), at: fc.nat(200_000) }),
    { weight: 2, arbitrary: fc.constant({ do: "join" as const }) },
    fc.constant({ do: "wait" as const }),
  ),
  { maxLength: 25 },
);

/** A room large enough to be kept, and what each who joined it was given. */
function play(all: readonly Step[], take: (parts: readonly Uint8Array[]) => readonly Uint8Array[]): boolean {
  const content = new Content();
  const doc = new Y.Doc();
  doc.getText("text").insert(0, "x".repeat(70_000));
  content.replace(doc);
  let now = 0;
  const change = (work: (text: Y.Text) => void) => content.change(() => work(doc.getText("text")));
  return all.every((step) => {
    if (step.do === "write") change((text) => text.insert(step.at % (text.length + 1), "new"));
    else if (step.do === "delete") change((text) => text.delete(step.at % (text.length - 5), 5));
    else if (step.do === "wait") {
      now += 6_000;
      content.tidy(now);
    } else {
      const joiner = new Y.Doc();
      for (const part of take(content.parts(nothing, now))) Y.applyUpdate(joiner, part);
      const { pendingStructs, pendingDs } = joiner.store;
      return !pendingStructs && !pendingDs && Y.equalSnapshots(Y.snapshot(joiner), Y.snapshot(doc));
    }
    return true;
  });
}

test("whoever joins has all there is, though most of it was written for somebody before", () => {
  fc.assert(
    fc.property(steps, (all) => play(all, (parts) => parts)),
    { numRuns: 60 },
  );
});

test("what was written for somebody before is not all there is", () => {
  const join = { do: "join" } as const;
  const change = { do: "delete", at: 7 } as const;
  expect(play([join, change, join], (parts) => parts)).toBe(true);
  expect(play([join, change, join], (parts) => parts.slice(0, 1))).toBe(false);
});

test("many who join a large room are given the same bytes, until nobody has come for a while", () => {
  const content = new Content();
  const doc = new Y.Doc();
  doc.getText("text").insert(0, "x".repeat(70_000));
  content.replace(doc);
  const [first] = content.parts(nothing, 0);
  expect(content.parts(nothing, 9_000)[0]).toBe(first);
  content.tidy(18_000);
  expect(content.parts(nothing, 18_000)[0]).toBe(first);
  content.tidy(29_000);
  expect(content.parts(nothing, 29_000)[0]).not.toBe(first);
});
