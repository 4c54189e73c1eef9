import { rejects } from "node:assert/strict";
import { expect, test } from "vitest";
import { after, usePorch } from "../arrivals/test/use-porch.ts";
import { signInWithCode } from "../codes/sign-in-with-code.ts";
import { askForSignInCode } from "../links/ask-to-sign-in.ts";
import { askForPhoneCode, findPhoneToVerify, removePhone, verifyPhone } from "./verify-phone.ts";

const house = usePorch();
const { arrival } = house;
type User = Awaited<ReturnType<typeof house.user>>;
let numbers = 0;
const newPhone = () => `+4477009000${String(++numbers).padStart(2, "0")}`;

async function askFor({ id }: User, phone: string): Promise<string> {
  await askForPhoneCode(house.porch, id, { phone }, arrival());
  return (await house.lettersTo(phone)).at(-1)?.code ?? "";
}
const verify = ({ id }: User, code: string, at = after(0)) => verifyPhone(house.porch, id, { code }, arrival({ at }));
const phoneOf = async ({ id }: User) =>
  (await house.db.owner.query("select phone from user_account where id = $1", [id])).rows[0].phone;
const noticesTo = async ({ email }: User) => (await house.lettersTo(email)).map(({ kind }) => kind);
const other = (code: string) => (code === "000000" ? "000001" : "000000");

test("a number is the account's once its code came back, and signs in from then on", async () => {
  const [user, phone] = [await house.user(), newPhone()];
  const code = await askFor(user, phone);
  expect(await phoneOf(user)).toBeNull();
  expect(await findPhoneToVerify(house.porch, user.id, after(0))).toBe(phone);
  await verify(user, code);
  expect(await phoneOf(user)).toBe(phone);
  expect(await findPhoneToVerify(house.porch, user.id, after(0))).toBeNull();
  expect(await noticesTo(user)).toEqual(["phone-added"]);

  const doorToken = await askForSignInCode(house.porch, { phone }, arrival(), null);
  await house.runJobs();
  const digits = (await house.lettersTo(phone)).at(-1)?.code;
  const { outcome } = await signInWithCode(house.porch, { code: digits }, arrival({ doorToken }));
  expect(await house.signedInBy(outcome.token)).toBe(user.id);
});

test("a code is good five tries long, ten minutes, and for whoever asked", async () => {
  const [user, phone, stranger] = [await house.user(), newPhone(), await house.user()];
  const code = await askFor(user, phone);
  await rejects(verify(stranger, code), { code: "auth.code-gone" });
  await rejects(verify(user, code, after(10)), { code: "auth.code-gone" });
  for (let n = 0; n < 5; n++) await rejects(verify(user, other(code)), { code: "auth.code-wrong" });
  await rejects(verify(user, code), { code: "auth.code-gone" });
  expect(await phoneOf(user)).toBeNull();
});

test("a code that proves a number signs nobody in", async () => {
  const [user, phone] = [await house.user(), newPhone()];
  const code = await askFor(user, phone);
  await rejects(signInWithCode(house.porch, { code }, arrival({ doorToken: `phone:${user.id}` })), {
    code: "auth.code-gone",
  });
});

test("a number that was handed on belongs to whoever proved it last, and the other is told", async () => {
  const [first, second, phone] = [await house.user(), await house.user(), newPhone()];
  await verify(first, await askFor(first, phone));
  await verify(second, await askFor(second, phone));
  expect(await phoneOf(first)).toBeNull();
  expect(await phoneOf(second)).toBe(phone);
  expect(await noticesTo(first)).toEqual(["phone-added", "phone-moved"]);
});

test("of two who prove one number at once, one has it", async () => {
  const [first, second, phone] = [await house.user(), await house.user(), newPhone()];
  const codes = [await askFor(first, phone), await askFor(second, phone)] as const;
  await Promise.all([verify(first, codes[0]), verify(second, codes[1])]);
  expect([await phoneOf(first), await phoneOf(second)].filter((each) => each === phone)).toHaveLength(1);
});

test("taking a number off is told, and its codes stop", async () => {
  const [user, phone] = [await house.user(), newPhone()];
  await verify(user, await askFor(user, phone));
  await removePhone(house.porch, user.id, arrival());
  expect(await noticesTo(user)).toEqual(["phone-added", "phone-removed"]);
  const before = (await house.lettersTo(phone)).length;
  await askForSignInCode(house.porch, { phone }, arrival(), null);
  await house.runJobs();
  expect(await house.lettersTo(phone)).toHaveLength(before);
});

test("nobody floods a phone, nor spends the hour's SMS, by claiming numbers", async () => {
  const user = await house.user();
  const phone = newPhone();
  for (let n = 0; n < 5; n++) await askFor(user, phone);
  await rejects(askFor(user, newPhone()), { code: "auth.too-many-attempts" });
  await rejects(askFor(await house.user(), phone), { code: "auth.too-many-attempts" });
  const porch = { ...house.porch, smsPerHour: 0 };
  await rejects(askForPhoneCode(porch, (await house.user()).id, { phone: newPhone() }, arrival()), {
    code: "auth.sms-paused",
  });
});

test.each(["", "138 0013 8000", "+0 123", "++86", "+861380013800000000", "+86 138\u00000013", "<b>", "1".repeat(61)])(
  "what is no number with its country is said to be none: %j",
  async (phone) => {
    const { id } = await house.user();
    await expect(askForPhoneCode(house.porch, id, { phone }, arrival())).rejects.toThrow("auth.phone-malformed");
  },
);
