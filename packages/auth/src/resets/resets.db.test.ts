import { rejects } from "node:assert/strict";
import { expect, test } from "vitest";
import { after, password, usePorch } from "../arrivals/test/use-porch.ts";
import { askForSignInLink } from "../links/ask-to-sign-in.ts";
import { readSignInLink } from "../links/sign-in-with-link.ts";
import { changePassword } from "../passwords/change-password.ts";
import { signInWithPassword } from "../passwords/sign-in-with-password.ts";
import { askForReset } from "./ask-for-reset.ts";
import { readReset, resetPasswordByLink } from "./reset-password.ts";

const house = usePorch();
const { arrival } = house;
const another = "another horse battery";
const device = { userAgent: null, ip: null };

async function asked() {
  const user = await house.user();
  await askForReset(house.porch, { email: user.email }, arrival());
  await house.runJobs();
  const token = (await house.lettersTo(user.email)).at(-1)?.token ?? "";
  return { ...user, token };
}
const reset = (token: string, at = after(0)) =>
  resetPasswordByLink(house.porch, token, { password: another }, arrival({ at }));
const signIn = (email: string, with_: string) => signInWithPassword(house.porch, { email, password: with_ }, arrival());

test("a reset sets another password, ends every session, tells its owner, and signs in", async () => {
  const { id, email, token } = await asked();
  const thief = await house.porch.sessions.open(id, device);
  expect((await readReset(house.porch, token, { at: after(0) }))?.email).toBe(email);
  const outcome = await reset(token);
  expect(await house.signedInBy(outcome?.token ?? "")).toBe(id);
  expect(await house.signedInBy(thief)).toBeNull();
  await rejects(signIn(email, password), { code: "auth.wrong-credentials" });
  await signIn(email, another);
  expect((await house.lettersTo(email)).at(-1)).toMatchObject({ template: "account-notice", kind: "password-changed" });
});

test("its link works once, within the hour, and not after another was used", async () => {
  const { email, token } = await asked();
  await askForReset(house.porch, { email }, arrival());
  await house.runJobs();
  const second = (await house.lettersTo(email)).at(-1)?.token ?? "";
  expect(await reset(second, after(60))).toBeNull();
  expect(await reset(second, after(59))).not.toBeNull();
  expect(await reset(second, after(59))).toBeNull();
  expect(await readReset(house.porch, token, { at: after(1) })).toBeNull();
  expect(await reset(token)).toBeNull();
});

test("of ten who set a password with one link at once, one does", async () => {
  const { id, token } = await asked();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => reset(token)));
  expect(outcomes.filter((each) => each !== null)).toHaveLength(1);
  expect((await house.db.owner.query("select from session where user_id = $1", [id])).rowCount).toBe(1);
});

test("a password that will not do uses no link up", async () => {
  const { token } = await asked();
  await expect(resetPasswordByLink(house.porch, token, { password: "short" }, arrival())).rejects.toThrow(
    "auth.password-short",
  );
  expect(await reset(token)).not.toBeNull();
});

test("nobody is written to who has no account, or closed it; nor does a link from before open it", async () => {
  const { id, email, token } = await asked();
  await house.close(id);
  expect(await reset(token)).toBeNull();
  const before = (await house.lettersTo(email)).length;
  for (const address of [email, "nobody@guildhall.example"])
    await askForReset(house.porch, { email: address }, arrival());
  await house.runJobs();
  expect(await house.lettersTo(email)).toHaveLength(before);
  expect(await house.lettersTo("nobody@guildhall.example")).toEqual([]);
});

test("setting a password makes the sign-in links worthless that a thief of the mailbox may have asked for", async () => {
  const { email, token } = await asked();
  await askForSignInLink(house.porch, { email }, arrival(), null);
  await house.runJobs();
  const link = (await house.lettersTo(email)).at(-1)?.token ?? "";
  expect(await readSignInLink(house.porch, link, arrival())).not.toBeNull();
  await reset(token);
  expect(await readSignInLink(house.porch, link, arrival())).toBeNull();
});

const change = (token: string, current: string) =>
  changePassword(house.porch, token, { current, password: another }, arrival());

test("whoever knows the old password sets another; this session goes on under a new token, the others end", async () => {
  const { id, email } = await house.user();
  const { sessions } = house.porch;
  const [here, there] = [await sessions.open(id, device), await sessions.open(id, device)];
  await house.db.owner.query("update session set proved = '{password,totp}' where user_id = $1", [id]);
  const now = await change(here, password);
  expect(await house.signedInBy(now)).toBe(id);
  for (const old of [here, there]) expect(await house.signedInBy(old)).toBeNull();
  const { rows } = await house.db.owner.query("select proved from session where user_id = $1", [id]);
  expect(rows).toEqual([{ proved: ["password", "totp"] }]); // what was proved stays proved
  await signIn(email, another);
  expect((await house.lettersTo(email)).at(-1)?.kind).toBe("password-changed");
});

test("whoever found a session open cannot go through passwords, and its owner is not shut out by it", async () => {
  const { id, email } = await house.user();
  const { sessions } = house.porch;
  const [stolen, own] = [await sessions.open(id, device), await sessions.open(id, device)];
  for (let n = 0; n < 10; n++)
    await rejects(change(stolen, "a wrong guess"), {
      code: "auth.wrong-password",
      fields: { current: "auth.wrong-password" },
    });
  await rejects(change(stolen, password), { code: "auth.too-many-attempts" });
  await change(own, password);
  expect(await house.signedInBy(stolen)).toBeNull();
  await signIn(email, another);
});

test("a session that is over, or an account without a password, changes nothing", async () => {
  const { id } = await house.user({ password: null });
  await rejects(change("no session at all", password), { code: "auth.sign-in-needed" });
  await rejects(change(await house.porch.sessions.open(id, device), password), { code: "auth.wrong-password" });
});
