import { rejects } from "node:assert/strict";
import { testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { openSessions } from "../sessions/sessions.ts";
import { createUser } from "../users/create-user.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

const db = useDatabase();

const home = { userAgent: null, ip: "203.0.113.7" };
const elsewhere = { userAgent: null, ip: "198.51.100.9" };
const password = "correct horse battery";
let users = 0;
const someUser = async () => {
  const email = `sign-in-${++users}@guildhall.example`;
  return { email, userId: await createUser(db.database, { email, password }) };
};
const signIn = (input: { email: string; password: string }, device = home, now = testNow) =>
  signInWithPassword(db.database, openSessions(db.database, { secure: true }), input, device, now);

test("the right password opens a session, however the address is written", async () => {
  const { email, userId } = await someUser();
  const { token } = await signIn({ email: `  ${email.toUpperCase()} `, password });
  expect((await openSessions(db.database, { secure: true }).check(token))?.user.id).toBe(userId);
});

test("a wrong password, an unknown address and an account without a password get the same answer", async () => {
  const { email } = await someUser();
  await createUser(db.database, { email: "passkey-only@guildhall.example", password: null });
  const answers = await Promise.all(
    [email, "nobody@guildhall.example", "passkey-only@guildhall.example"].map((address) =>
      signIn({ email: address, password: "wrong horse battery" }, elsewhere).catch((error: unknown) =>
        JSON.stringify([String(error), error]),
      ),
    ),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain("auth.wrong-credentials");
  expect((await db.owner.query("select from session where ip = $1", [elsewhere.ip])).rowCount).toBe(0);
});

test("an address that nobody has costs as much work as one that somebody has", async () => {
  const stored = await hashPassword(password);
  await verifyPassword(null, "warm up");
  const medianOf = async (hash: string | null) => {
    const times: number[] = [];
    for (let run = 0; run < 7; run++) {
      const { user, system } = process.cpuUsage();
      await verifyPassword(hash, "wrong horse battery");
      const spent = process.cpuUsage({ user, system });
      times.push(spent.user + spent.system);
    }
    return times.sort((one, other) => one - other)[3] ?? 0;
  };
  const [known, unknown] = [await medianOf(stored), await medianOf(null)];
  expect(unknown).toBeGreaterThan(known / 3);
  expect(unknown).toBeLessThan(known * 3);
});

test("whoever hammers an account locks himself out, not its owner", async () => {
  const { email } = await someUser();
  for (let attempt = 0; attempt < 10; attempt++)
    await rejects(signIn({ email, password: "guess" }, elsewhere), { code: "auth.wrong-credentials" });
  await rejects(signIn({ email, password }, elsewhere), { code: "auth.too-many-attempts" });
  expect(await signIn({ email, password }, home)).toHaveProperty("token");
  const later = new Date(testNow.getTime() + 600_000);
  expect(await signIn({ email, password }, elsewhere, later)).toHaveProperty("token");
});

test("who knows the password signs in as often as they like; only wrong ones count", async () => {
  const { email } = await someUser();
  for (let n = 0; n < 12; n++) await signIn({ email, password }, { userAgent: null, ip: "192.0.2.44" });
  for (let n = 0; n < 10; n++)
    await rejects(signIn({ email, password: "wrong" }, { userAgent: null, ip: "192.0.2.44" }), {
      code: "auth.wrong-credentials",
    });
  await rejects(signIn({ email, password }, { userAgent: null, ip: "192.0.2.44" }), {
    code: "auth.too-many-attempts",
  });
});
