import { rejects } from "node:assert/strict";
import { expect, test } from "vitest";
import { after, password, usePorch } from "../arrivals/test/use-porch.ts";
import { askForSignInLink } from "../links/ask-to-sign-in.ts";
import { signInWithLink } from "../links/sign-in-with-link.ts";
import { signInWithPassword } from "../passwords/sign-in-with-password.ts";
import { confirmEmailChange, readEmailChange, refuseEmailChange } from "./answer-email-change.ts";
import { askForEmailChange, cancelEmailChange, findEmailChange } from "./ask-for-email-change.ts";
import { askForEmailVerification, readEmailVerification, verifyEmail } from "./verify-email.ts";

const house = usePorch();
const { arrival } = house;
let moves = 0;
const newAddress = () => `moved-${++moves}@guildhall.example`;
const linkTo = async (address: string) => (await house.lettersTo(address)).at(-1)?.token ?? "";
const confirm = (token: string, at = after(0)) => confirmEmailChange(house.porch, token, arrival({ at }));
const emailOf = async (id: string) =>
  (await house.db.owner.query("select email from user_account where id = $1", [id])).rows[0].email;

async function moving(to = newAddress()) {
  const { id, email } = await house.user();
  await askForEmailChange(house.porch, id, { email: to }, arrival());
  await house.runJobs();
  return { id, from: email, to, oldLink: await linkTo(email), newLink: await linkTo(to) };
}

test.each([
  ["the old address first", ["oldLink", "newLink"]],
  ["the new address first", ["newLink", "oldLink"]],
] as const)("an account moves once both addresses agreed: %s", async (_, [first, second]) => {
  const change = await moving();
  const { id, from, to } = change;
  expect(await confirm(change[first])).toBe("waiting");
  expect(await emailOf(id)).toBe(from);
  expect(await confirm(change[first])).toBeNull();
  expect(await confirm(change[second])).toBe("moved");
  expect(await emailOf(id)).toBe(to);
  for (const address of [from, to])
    expect((await house.lettersTo(address)).at(-1)).toMatchObject({ kind: "address-changed" });
  await signInWithPassword(house.porch, { email: to, password }, arrival());
  await rejects(signInWithPassword(house.porch, { email: from, password }, arrival()), {
    code: "auth.wrong-credentials",
  });
  expect(await findEmailChange(house.porch, id, after(0))).toBeNull();
});

test("both at the same moment still move it, once", async () => {
  const { id, from, to, oldLink, newLink } = await moving();
  const answers = await Promise.all([oldLink, newLink, oldLink, newLink].map((link) => confirm(link)));
  expect(answers.toSorted()).toEqual(["moved", "waiting", null, null].toSorted());
  expect(await emailOf(id)).toBe(to);
  expect((await house.lettersTo(from)).filter(({ kind }) => kind === "address-changed")).toHaveLength(1);
});

test("its owner sees how far it is, and may take it back", async () => {
  const { id, from, to, oldLink, newLink } = await moving();
  await confirm(oldLink);
  expect(await findEmailChange(house.porch, id, after(0))).toMatchObject({
    oldEmail: from,
    newEmail: to,
    oldConfirmed: true,
    newConfirmed: false,
  });
  await cancelEmailChange(house.porch, id, after(0));
  expect(await confirm(newLink)).toBeNull();
  expect(await emailOf(id)).toBe(from);
});

test.each(["oldLink", "newLink"] as const)("either address can refuse, and its owner is told: %s", async (side) => {
  const change = await moving();
  expect(await refuseEmailChange(house.porch, change[side], arrival())).toBe(true);
  for (const link of [change.oldLink, change.newLink]) {
    expect(await readEmailChange(house.porch, link, { at: after(0) })).toBeNull();
    expect(await confirm(link)).toBeNull();
    expect(await refuseEmailChange(house.porch, link, arrival())).toBe(false);
  }
  expect(await emailOf(change.id)).toBe(change.from);
  expect((await house.lettersTo(change.from)).at(-1)?.kind).toBe("address-change-refused");
});

test("a later wish replaces the earlier, and a day later neither works", async () => {
  const { id, from, oldLink, newLink } = await moving();
  const better = newAddress();
  await askForEmailChange(house.porch, id, { email: better }, arrival());
  await house.runJobs();
  for (const link of [oldLink, newLink]) expect(await confirm(link)).toBeNull();
  expect(await confirm(await linkTo(better), after(24 * 60))).toBeNull();
  expect(await confirm(await linkTo(from))).toBe("waiting");
});

test("nobody learns whether an address has an account, and nobody can take it", async () => {
  const owner = await house.user();
  const thief = await house.user();
  await askForEmailChange(house.porch, thief.id, { email: owner.email }, arrival());
  await house.runJobs();
  expect(await house.lettersTo(owner.email)).toMatchObject([{ kind: "address-has-account" }]);
  expect(await confirm(await linkTo(thief.email))).toBe("waiting");
  expect(await emailOf(thief.id)).toBe(thief.email);
});

test("an address that somebody took meanwhile is not taken from them", async () => {
  const { id, from, to, oldLink, newLink } = await moving();
  await confirm(oldLink);
  await house.user({ email: to });
  await rejects(confirm(newLink), { code: "auth.email-taken" });
  expect(await emailOf(id)).toBe(from);
  expect(await findEmailChange(house.porch, id, after(0))).toBeNull();
  expect(await confirm(newLink)).toBeNull();
});

test("what was mailed to the old address opens nothing after the move", async () => {
  const { from, oldLink, newLink } = await moving();
  const doorToken = await askForSignInLink(house.porch, { email: from }, arrival(), null);
  await house.runJobs();
  const link = await linkTo(from);
  await confirm(oldLink);
  await confirm(newLink);
  expect(await signInWithLink(house.porch, link, {}, arrival({ doorToken }))).toBeNull();
});

test("an account does not move to where it is, nor once it was closed", async () => {
  const { id, email } = await house.user();
  await rejects(askForEmailChange(house.porch, id, { email: email.toUpperCase() }, arrival()), {
    code: "auth.email-same",
  });
  const change = await moving();
  await house.close(change.id);
  expect(await confirm(change.oldLink)).toBeNull();
  await rejects(askForEmailChange(house.porch, change.id, { email: newAddress() }, arrival()), {
    code: "auth.sign-in-needed",
  });
});

test("nobody floods a mailbox by wishing to move there", async () => {
  const { id } = await house.user();
  for (let n = 0; n < 5; n++)
    await askForEmailChange(house.porch, id, { email: "flooded@guildhall.example" }, arrival());
  const limited = { code: "auth.too-many-attempts" };
  await rejects(askForEmailChange(house.porch, id, { email: newAddress() }, arrival()), limited);
  const other = await house.user();
  await rejects(askForEmailChange(house.porch, other.id, { email: "flooded@guildhall.example" }, arrival()), limited);
});

test("an address is proved by the link that was sent there, once, and only while it is the account's", async () => {
  const { id, email } = await house.user({ emailVerified: false });
  await askForEmailVerification(house.porch, id, arrival());
  const token = await linkTo(email);
  expect(await readEmailVerification(house.porch, token, { at: after(0) })).toBe(email);
  expect(await verifyEmail(house.porch, token, arrival())).toBe(true);
  expect(await verifyEmail(house.porch, token, arrival())).toBe(false);
  await askForEmailVerification(house.porch, id, arrival());
  expect(await house.lettersTo(email)).toHaveLength(1);

  const moved = await house.user({ emailVerified: false });
  await askForEmailVerification(house.porch, moved.id, arrival());
  const old = await linkTo(moved.email);
  await house.db.owner.query("update user_account set email = $1 where id = $2", [newAddress(), moved.id]);
  expect(await verifyEmail(house.porch, old, arrival())).toBe(false);
});
