import { rejects } from "node:assert/strict";
import { createUser } from "@guildhall/auth";
import type { Id } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import pino from "pino";
import { expect, test } from "vitest";
import { type Door, givenDoor, type JoiningMode } from "../test/given-door.ts";
import { claimByPhone, sendClaimCode, startPhoneClaim } from "./phone-claim.ts";

const db = useDatabase();
let numbers = 0;
const newNumber = () => `+8619912345${String(++numbers).padStart(3, "0")}`;

interface Asking {
  readonly door: Door;
  readonly phone: string;
  readonly userId: Id<"user_account">;
  ask(): Promise<void>;
  /** Runs what was enqueued, as a worker would. */
  work(): Promise<void>;
  enter(code: string): ReturnType<typeof claimByPhone>;
  code(): Promise<string>;
}

async function givenAsking(joining: JoiningMode = "open"): Promise<Asking> {
  const door = await givenDoor(db, joining);
  const { id: tenantId } = door.hall.tenant;
  const phone = newNumber();
  const userId = await createUser(db.database, { email: `phone-${numbers}@accounts.example`, password: null });
  const claimer = { userId, network: `192.0.2.${numbers}` };
  return {
    door,
    phone,
    userId,
    ask: () => startPhoneClaim(db.database, door.hall.scope(), { phone }, claimer),
    work: () =>
      sendClaimCode.run(
        { tenantId, userId, phone, locale: "en" },
        { database: db.database, logger: pino({ level: "silent" }), attempt: { number: 1, max: 1 } },
      ),
    enter: (code) => claimByPhone(db.database, door.hall.scope(), { phone, code }, claimer),
    code: async () => String((await door.mails()).at(-1)?.input["code"]),
  };
}

test("a code that came back from the number gives the record, proven and whole", async () => {
  const { door, phone, userId, ask, work, enter, code } = await givenAsking();
  const personId = await door.known(null, phone);
  await ask();
  await work();
  expect(await enter(await code())).toEqual({ kind: "joined", personId, claimed: true });
  expect(await door.logins()).toEqual([{ user_id: userId, person_id: personId }]);
  expect(await door.facts("people.person-claimed")).toEqual([{ personId, by: "phone" }]);
  const { rows } = await db.owner.query("select verified_at from person_identity where value = $1", [phone]);
  expect(rows).toMatchObject([{ verified_at: expect.any(Date) }]);
});

test("a number that nobody has gets no code, and the asker is told the same", async () => {
  const { door, ask, work, enter } = await givenAsking();
  await ask();
  await work();
  expect(await door.mails()).toEqual([]);
  await rejects(enter("123456"), { code: "people.code-wrong" });
});

test("a code is good once, for whom it was sent, and cannot be guessed at will", async () => {
  const one = await givenAsking();
  await one.door.known(null, one.phone);
  await one.ask();
  await one.work();
  const code = await one.code();
  const stranger = await createUser(db.database, { email: `stranger-${numbers}@accounts.example`, password: null });
  const scope = one.door.hall.scope();
  const asStranger = claimByPhone(db.database, scope, { phone: one.phone, code }, { userId: stranger, network: "x" });
  await rejects(asStranger, { code: "people.code-wrong" });
  const wrong = code === "000000" ? "000001" : "000000";
  for (let n = 0; n < 5; n++) await rejects(one.enter(wrong), { code: "people.code-wrong" });
  await rejects(one.enter(code), { code: "auth.too-many-attempts" });
});

test("a hall by approval has staff look first; one by invitation lets nobody in by number", async () => {
  for (const [joining, kind] of [
    ["approval", "waiting"],
    ["invitation", "invitation-needed"],
  ] as const) {
    const { door, phone, ask, work, enter, code } = await givenAsking(joining);
    await door.known(null, phone);
    await ask();
    await work();
    expect(await enter(await code())).toEqual({ kind });
    expect(await door.logins()).toEqual([]);
  }
});

test("nobody's phone is rung all night", async () => {
  const { ask } = await givenAsking();
  for (let n = 0; n < 5; n++) await ask();
  await rejects(ask(), { code: "auth.too-many-attempts" });
});
