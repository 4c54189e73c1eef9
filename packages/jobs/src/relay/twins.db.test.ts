import { type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { noteOf, rehearsal, remember } from "../test/remembered.ts";
import { maxAttempts } from "./attempts.ts";

const db = useDatabase();
const { memories, touch, drain, makeAllDue } = rehearsal(db);

/** What an ordered handler remembers of three facts about one person, when the first of them fails at first. */
async function orderUnderFailure(hall: GivenTenant): Promise<string[]> {
  const person = await hall.person();
  for (const note of ["1", "2", "3"]) await touch(hall, person, note);
  let failing = true;
  const ledger = remember("ledger", {
    ordered: true,
    before: async (fact) => {
      if (failing && noteOf(fact) === "1") throw new Error("not yet");
    },
  });
  await drain([ledger]);
  failing = false;
  await makeAllDue();
  await drain([ledger]);
  return memories(hall, "ledger");
}

/** What a handler remembers of one fact when another relay looks for work in the middle of its handling. */
async function effectsUnderEachOthersEyes(hall: GivenTenant): Promise<string[]> {
  await touch(hall, await hall.person(), "once");
  const atOnce = { pauses: Array.from({ length: maxAttempts }, () => 0) };
  let calls = 0;
  const crowd = remember("crowd", {
    after: async () => {
      if (++calls === 1) await drain([crowd], [], atOnce);
    },
  });
  await drain([crowd], [], atOnce);
  return memories(hall, "crowd");
}

test("a subject's facts keep their order when one fails", async () => {
  expect(await orderUnderFailure(await given(db).tenant())).toEqual(["1", "2", "3"]);
});

test("a fact that one relay is handling is not handled by another", async () => {
  expect(await effectsUnderEachOthersEyes(await given(db).tenant())).toEqual(["once"]);
});

// The twins: the same stories without what keeps them true. In this file's own database, and last.

test("without delivery_waits() the order is lost", async () => {
  await db.owner.query(
    "create or replace function delivery_waits(d delivery) returns boolean language sql return false",
  );
  expect(await orderUnderFailure(await given(db).tenant())).toEqual(["2", "3", "1"]);
});

test("without the lock of lock_deliveries() the fact is handled twice", async () => {
  await db.owner.query(`create or replace function lock_deliveries(fact_ids uuid[], handlers text[]) returns table (fact_id uuid, handler text)
    language sql volatile begin atomic select * from unnest(fact_ids, handlers) wanted (fact_id, handler); end`);
  expect(await effectsUnderEachOthersEyes(await given(db).tenant())).toEqual(["once", "once"]);
});
