import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { askFrame, MalformedFrame, presenceFrame, readClientFrame, storedFrame, updateFrame } from "./frames.ts";
import { isComplete, MalformedUpdate, readUpdate } from "./read-update.ts";

const typed = fc
  .array(fc.tuple(fc.nat(50), fc.string({ maxLength: 8 }), fc.boolean()), { minLength: 1, maxLength: 20 })
  .map((edits) => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    const text = doc.getText("text");
    for (const [at, letters, deletes] of edits) {
      if (deletes && text.length > 0) text.delete(at % text.length, 1);
      else text.insert(at % (text.length + 1), letters || "x");
    }
    return updates;
  });

test("real frames are read as they were written", () => {
  fc.assert(
    fc.property(typed, (updates) => {
      for (const update of updates) {
        const read = readClientFrame(updateFrame(update));
        expect(read).toEqual({ type: "update", update, answer: false });
        expect(() => readUpdate(update)).not.toThrow();
      }
    }),
  );
  expect(readClientFrame(storedFrame(7))).toEqual({ type: "stored", mark: 7 });
  const states = [{ client: 5, clock: 2, state: "{}" }];
  expect(readClientFrame(presenceFrame(states))).toEqual({ type: "presence", states });
});

test("a frame of which anything was changed is read, or refused with one kind of error, and nothing else happens", () => {
  fc.assert(
    fc.property(
      typed,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.nat(40),
      (updates, flips, cut) => {
        const frame = updateFrame(updates[0] ?? new Uint8Array()).slice();
        for (const [place, byte] of flips) frame[place % frame.length] = byte;
        for (const bytes of [frame, frame.slice(0, cut), Uint8Array.from([...frame, 0])]) {
          try {
            const read = readClientFrame(bytes);
            if (read.type === "update") readUpdate(read.update);
          } catch (error) {
            expect(error instanceof MalformedFrame || error instanceof MalformedUpdate).toBe(true);
          }
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test("a frame that lies about its length reads nothing of what lies beside it in memory", () => {
  const shared = Buffer.alloc(64, "secret of another hall ");
  const lying = shared.subarray(10, 14);
  lying.set([0, 2, 30, 1]);
  expect(() => readClientFrame(lying)).toThrow(MalformedFrame);
});

test("two messages in one frame are none", () => {
  const frame = askFrame(Y.encodeStateVector(new Y.Doc()));
  expect(() => readClientFrame(Uint8Array.from([...frame, ...frame]))).toThrow(/more than one/);
});

test("a change is complete exactly where Yjs would not have to wait for the rest of it", () => {
  const shuffled = typed.chain((updates) => fc.shuffledSubarray(updates));
  fc.assert(
    fc.property(shuffled, (updates) => {
      const doc = new Y.Doc();
      for (const update of updates) {
        const trial = new Y.Doc();
        Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
        Y.applyUpdate(trial, update);
        const waits = trial.store.pendingStructs !== null || trial.store.pendingDs !== null;
        expect(isComplete(doc, readUpdate(update))).toBe(!waits);
        if (!waits) Y.applyUpdate(doc, update);
      }
    }),
  );
});

test("documents in documents, and clocks beyond measure, are refused", () => {
  const doc = new Y.Doc();
  doc.getMap("map").set("child", new Y.Doc());
  expect(() => readUpdate(Y.encodeStateAsUpdate(doc))).toThrow(MalformedUpdate);
  expect(() => readUpdate(Uint8Array.from([1, 1, 66, 0, 0, 255, 255, 255, 255, 255, 255, 127, 0]))).toThrow(
    MalformedUpdate,
  );
});
