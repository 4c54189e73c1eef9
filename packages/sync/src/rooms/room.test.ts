import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { type Rehearsal, rehearse } from "../test/rehearse.ts";
import { closeCodes } from "../wire/close-codes.ts";
import { askFrame, updateFrame } from "../wire/frames.ts";
import { Room } from "./room.ts";

type Step =
  | { do: "write" | "delete" | "mark" | "leave" | "return" | "demote" | "promote"; who: number }
  | { do: "wait"; ms: number }
  | { do: "store"; how: "well" | "fails" | "unheard" }
  | { do: "load"; how: "well" | "fails" }
  | { do: "elsewhere" | "look" | "strange" | "garble"; who: number };

const who = fc.integer({ min: 0, max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom("write" as const, "write" as const, "delete" as const, "mark" as const),
      who,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("leave" as const, "return" as const, "demote" as const, "promote" as const),
      who,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 40 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("store" as const),
      how: fc.constantFrom("well" as const, "well" as const, "fails" as const, "unheard" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("load" as const), how: fc.constantFrom("well" as const, "fails" as const) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("elsewhere" as const, "look" as const, "strange" as const, "garble" as const),
      who,
    }),
  },
);

async function play(steps: readonly Step[], room: typeof Room = Room): Promise<Rehearsal> {
  const stage = rehearse(3, room);
  for (const each of steps) {
    await take(stage, each);
    stage.check();
  }
  await stage.settle();
  return stage;
}

async function take(stage: Rehearsal, step: Step): Promise<void> {
  switch (step.do) {
    case "wait":
      return stage.wait(step.ms);
    case "store":
      return stage.nextStore(step.how);
    case "load":
      return stage.nextLoad(step.how);
    case "elsewhere":
      return stage.storeElsewhere();
    case "look":
      return stage.look();
    case "strange":
    case "garble":
      return stage.intrude(step.do);
    case "write":
      stage.write(step.who);
      return;
    case "delete":
      return stage.delete(step.who);
    case "mark":
      return stage.mark(step.who);
    case "demote":
      return stage.setAccess(step.who, "view");
    case "promote":
      return stage.setAccess(step.who, "edit");
    case "leave":
      return stage.leave(step.who);
    case "return":
      return stage.comeBack(step.who);
  }
}

test("whatever happens in whatever order, what was said to be stored is in the log, and in the end everybody sees the log", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const stage = await play(steps);
      const log = stage.logText();
      expect(stage.texts()).toEqual(stage.texts().map(() => log));
      expect(stage.roomsLeft()).toBe(0);
    }),
    { numRuns: 150 },
  );
});

test("a log that says it has stored before it has is found out", async () => {
  const stage = rehearse(1, Room);
  await stage.wait(20);
  stage.nextStore("lies");
  stage.write(0);
  stage.mark(0);
  await stage.wait(50);
  expect(() => stage.check()).toThrow(/said to be stored/);
});

test("a room that leaves memory before its changes are stored is found out", async () => {
  class Hasty extends Room {
    override get hasUnstored() {
      return false;
    }
  }
  for (const [kind, left] of [
    [Room, 1],
    [Hasty, 0],
  ] as const) {
    const stage = rehearse(1, kind);
    await stage.wait(20);
    stage.nextStore("hangs");
    stage.write(0);
    await stage.wait(2);
    stage.leave(0);
    await stage.wait(30_000);
    stage.tick();
    expect(stage.roomsLeft()).toBe(left);
  }
});

test("whoever asks a room that is not loaded yet hears nothing before it is whole", async () => {
  const stage = rehearse(1, Room, { already: "Written before.", failingLoads: 5 });
  await stage.wait(300);
  expect(stage.texts()).toEqual([""]);
  expect(stage.heard(0)).toBe(0);
  await stage.wait(10_000);
  expect(stage.texts()).toEqual(["Written before."]);
});

test("what another node says and is not so cannot be applied: the room is read anew, and nobody notices", async () => {
  const stage = rehearse(2, Room, { already: "Safe." });
  await stage.wait(20);
  stage.write(0);
  stage.hearNonsense();
  stage.write(1);
  await stage.settle();
  expect(stage.texts()).toEqual([stage.logText(), stage.logText()]);
  expect(stage.logText().replace(/<\d+>/g, "")).toBe("Safe.");
  expect(stage.errors).toHaveLength(1);
});

test("malformed bytes end their sender's line alone", async () => {
  const stage = rehearse(2, Room, { already: "Safe." });
  await stage.wait(20);
  stage.intrude("garble");
  await stage.wait(20);
  expect(stage.intruderClosed()).toBe(closeCodes.malformed[0]);
  stage.write(0);
  await stage.settle();
  expect(stage.texts()).toEqual([stage.logText(), stage.logText()]);
});

test("what was changed twice is stored once, and the second to say so waits for the first", async () => {
  const stage = rehearse(2, Room);
  await stage.wait(20);
  stage.nextStore("hangs");
  const update = stage.write(0);
  await stage.wait(20);
  stage.send(1, updateFrame(update));
  stage.mark(1);
  await stage.wait(200);
  expect(stage.marksReturned(1)).toBe(0);
  stage.release();
  await stage.wait(100);
  expect(stage.marksReturned(1)).toBe(1);
  expect(stage.logLength()).toBe(1);
});

test("a first question is answered with all there is, after the room has asked its own", async () => {
  const stage = rehearse(1, Room, { already: "All of it." });
  stage.send(0, askFrame(Y.encodeStateVector(new Y.Doc())));
  await stage.wait(50);
  expect(stage.frameTypes(0).slice(0, 2)).toEqual(["ask", "answer"]);
});

test("a mark that came after a refused change does not come back with what was stored before it", async () => {
  const stage = rehearse(1, Room);
  await stage.wait(20);
  stage.nextStore("hangs");
  stage.write(0);
  await stage.wait(20);
  stage.setAccess(0, "view");
  stage.write(0);
  stage.mark(0);
  await stage.wait(5);
  stage.setAccess(0, "edit");
  stage.release();
  for (let n = 0; n < 20; n++) {
    await stage.wait(1);
    stage.check();
  }
  await stage.settle();
  expect(stage.texts()).toEqual([stage.logText()]);
});
