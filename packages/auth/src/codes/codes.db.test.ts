import { rejects } from "node:assert/strict";
import { expect, test } from "vitest";
import { after, elsewhere, home, usePorch } from "../arrivals/test/use-porch.ts";
import { askForSignInCode, askForSignInLink } from "../links/ask-to-sign-in.ts";
import { signInWithCode } from "./sign-in-with-code.ts";

const house = usePorch();
const { arrival } = house;
let numbers = 0;
const newPhone = () => `+861380000${String(++numbers).padStart(4, "0")}`;
const wrong = { code: "auth.code-wrong" };
const gone = { code: "auth.code-gone" };
const other = (code: string) => (code === "000000" ? "000001" : "000000");

async function texted() {
  const phone = newPhone();
  const user = await house.user({ phone });
  const doorToken = await askForSignInCode(house.porch, { phone }, arrival(), "/account");
  await house.runJobs();
  const [letter] = await house.lettersTo(phone);
  return { ...user, phone, doorToken, code: letter?.code ?? "" };
}
const enter = (code: string, doorToken: string | null, at = after(0), ip = home) =>
  signInWithCode(house.porch, { code }, arrival({ doorToken, at, ip }));

test("six digits sent to a number sign its account in, however they are typed, and once", async () => {
  const { id, code, doorToken } = await texted();
  expect(code).toMatch(/^\d{6}$/);
  const { outcome, returnTo } = await enter(` ${code.slice(0, 3)} ${code.slice(3)}`, doorToken);
  expect(returnTo).toBe("/account");
  expect(await house.signedInBy(outcome.token)).toBe(id);
  await rejects(enter(code, doorToken), gone);
});

test("digits open nothing in another browser, nor for whoever reads the table", async () => {
  const { code, doorToken } = await texted();
  await rejects(enter(code, null), gone);
  await rejects(enter(code, "somebody-elses-browser"), gone);
  const { rows } = await house.db.owner.query("select holder, code_hash from credential_code order by id desc limit 1");
  expect(JSON.stringify(rows)).not.toContain(code);
  await rejects(enter(code, rows[0].holder), gone);
  await enter(code, doorToken);
});

test("after five wrong tries a code is gone, the right digits too", async () => {
  const { code, doorToken } = await texted();
  for (let n = 0; n < 5; n++) await rejects(enter(other(code), doorToken), wrong);
  await rejects(enter(code, doorToken), gone);
});

test("of a hundred tries at once five are counted and the rest find nothing", async () => {
  const { code, doorToken } = await texted();
  const tries = await Promise.allSettled(
    Array.from({ length: 100 }, () => enter(other(code), doorToken, after(0), elsewhere)),
  );
  const codes = tries.map((each) => (each.status === "rejected" ? each.reason.code : "in"));
  expect(codes.filter((each) => each === "auth.code-wrong")).toHaveLength(5);
  expect(codes.filter((each) => each === "auth.code-gone" || each === "auth.too-many-attempts")).toHaveLength(95);
  await rejects(enter(code, doorToken), gone);
  const neighbour = await texted(); // what opens something is not refused for the neighbours' noise
  await enter(neighbour.code, neighbour.doorToken, after(0), elsewhere);
});

test("the twin that reads the count without the lock lets more through", async () => {
  await texted();
  let readers = 0;
  let open: () => void = () => undefined;
  const allHaveRead = new Promise<void>((resolve) => {
    open = resolve;
  });
  const tryUnlocked = () =>
    house.porch.database.withPlatform("sign-in", async (db) => {
      const row = await db
        .selectFrom("credential_code")
        .select(["id", "wrong_tries"])
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirstOrThrow();
      if (++readers === 5) open(); // as many as there are connections
      await allHaveRead;
      const wrong_tries = row.wrong_tries + 1;
      await db.updateTable("credential_code").set({ wrong_tries }).where("id", "=", row.id).execute();
    });
  await Promise.all(Array.from({ length: 5 }, tryUnlocked));
  const { rows } = await house.db.owner.query("select wrong_tries from credential_code order by id desc limit 1");
  expect(rows[0].wrong_tries).toBeLessThan(5);
});

test("of ten who enter the right digits at once, one gets in", async () => {
  const { id, code, doorToken } = await texted();
  await Promise.allSettled(Array.from({ length: 10 }, () => enter(code, doorToken)));
  expect((await house.db.owner.query("select from session where user_id = $1", [id])).rowCount).toBe(1);
});

test("after ten minutes a code is gone", async () => {
  const { code, doorToken } = await texted();
  await rejects(enter(code, doorToken, after(10)), gone);
});

test("codes go to proved numbers alone, and never to a closed account's", async () => {
  const [unproved, closed] = [newPhone(), newPhone()];
  const user = await house.user({ phone: unproved });
  await house.db.owner.query("update user_account set phone_verified_at = null where id = $1", [user.id]);
  await house.close((await house.user({ phone: closed })).id);
  for (const phone of [unproved, closed, newPhone()]) {
    const doorToken = await askForSignInCode(house.porch, { phone }, arrival(), null);
    await house.runJobs();
    expect(await house.lettersTo(phone)).toEqual([]);
    await rejects(enter("123456", doorToken), wrong);
  }
});

test("a number that its account gave up, or another took, opens it no more", async () => {
  const { id, code, doorToken } = await texted();
  await house.db.owner.query("update user_account set phone = null where id = $1", [id]);
  await rejects(enter(code, doorToken), gone);
});

test("whoever asks again may still use the first message, and wears both down", async () => {
  const { phone, code, doorToken } = await texted();
  await askForSignInCode(house.porch, { phone }, arrival({ doorToken }), null);
  await house.runJobs();
  for (let n = 0; n < 4; n++) await rejects(enter(other(code), doorToken), wrong);
  await enter(code, doorToken);
});

test("in an hour no more SMS leave than may, whoever asks for them, and everybody is told alike", async () => {
  const porch = { ...house.porch, smsPerHour: 2 };
  const hour = after(600);
  const ask = (phone: string) => askForSignInCode(porch, { phone }, arrival({ at: hour }), null);
  const phones = [newPhone(), newPhone(), newPhone()];
  for (const phone of phones) {
    await house.user({ phone });
    await ask(phone);
  }
  await house.runJobs({ at: hour, smsPerHour: 2 });
  const sent = await Promise.all(phones.map((phone) => house.lettersTo(phone)));
  expect(sent.flat()).toHaveLength(2);
  for (const phone of [phones[0] ?? "", newPhone()]) await rejects(ask(phone), { code: "auth.sms-paused" });
  await askForSignInLink(porch, { email: "still@guildhall.example" }, arrival({ at: hour }), null);
  await askForSignInCode(porch, { phone: phones[2] }, arrival({ at: after(660) }), null);
});

test.each(["", "12345", "1234567", "12345a", "'; drop", "\u0000", "一二三四五六"])(
  "what is no code is said to be none: %j",
  async (code) => {
    await expect(enter(code, "a-browser-that-asked")).rejects.toThrow("auth.code-malformed");
  },
);

test("full-width digits are digits", async () => {
  const { code, doorToken } = await texted();
  const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
  await enter(wide, doorToken);
});
