import { rejects } from "node:assert/strict";
import { expect, test } from "vitest";
import { after, elsewhere, home, password, usePorch } from "../arrivals/test/use-porch.ts";
import { rememberBrowser } from "../limits/known-browser.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

const house = usePorch();

type Coming = Parameters<typeof house.arrival>[0];
const signIn = async (input: { email: string; password: string }, coming?: Coming) => {
  const outcome = await signInWithPassword(house.porch, input, house.arrival(coming));
  return outcome.kind === "signed-in" ? outcome.token : null;
};
const guess = (email: string, coming?: Coming) =>
  rejects(signIn({ email, password: "wrong horse battery" }, coming), { code: "auth.wrong-credentials" });
const guessOften = async (email: string, times: number, coming?: Coming) => {
  for (let n = 0; n < times; n++) await guess(email, coming);
};
const shutOut = (email: string, coming?: Coming) =>
  rejects(signIn({ email, password }, coming), { code: "auth.too-many-attempts" });

test("the right password opens a session, however the address is written", async () => {
  const { email, id } = await house.user();
  const token = await signIn({ email: `  ${email.toUpperCase()} `, password });
  expect(await house.signedInBy(token ?? "")).toBe(id);
});

test("a session does not live through signing in", async () => {
  const { email } = await house.user();
  const before = (await signIn({ email, password })) ?? "";
  const now = (await signIn({ email, password }, { previousToken: before })) ?? "";
  expect(await house.signedInBy(before)).toBeNull();
  expect(await house.signedInBy(now)).not.toBeNull();
});

test("a wrong password, an unknown address, no password and a closed account get the same answer", async () => {
  const known = await house.user();
  const passwordless = await house.user({ password: null });
  const closed = await house.user();
  await house.close(closed.id);
  const answers = await Promise.all(
    [
      { email: known.email, password: "wrong horse battery" },
      { email: "nobody@guildhall.example", password },
      { email: passwordless.email, password },
      { email: closed.email, password },
    ].map((input) =>
      signIn(input, { ip: "192.0.2.4" }).catch((error: unknown) => JSON.stringify([String(error), error])),
    ),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain("auth.wrong-credentials");
  expect((await house.db.owner.query("select from session where ip = '192.0.2.4'")).rowCount).toBe(0);
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
  const { email } = await house.user();
  await guessOften(email, 10, { ip: elsewhere });
  await shutOut(email, { ip: elsewhere });
  expect(await signIn({ email, password }, { ip: home })).not.toBeNull();
  expect(await signIn({ email, password }, { ip: elsewhere, at: after(10) })).not.toBeNull();
});

test("nor does he from the same network, where its owner signed in from the same browser before", async () => {
  const { email, id } = await house.user();
  const knownBrowser = rememberBrowser(house.porch.secret, null, id);
  await guessOften(email, 10, { ip: "192.0.2.20" });
  await shutOut(email, { ip: "192.0.2.20" });
  expect(await signIn({ email, password }, { ip: "192.0.2.20", knownBrowser })).not.toBeNull();
});

test("a browser that is known for one account has no more tries at another, and few at its own", async () => {
  const [owner, thief] = [await house.user(), await house.user()];
  const knownBrowser = rememberBrowser(house.porch.secret, null, thief.id);
  const coming = { ip: "192.0.2.21", knownBrowser };
  await guessOften(owner.email, 10, coming);
  await shutOut(owner.email, coming);
  await guessOften(thief.email, 10, coming);
  await shutOut(thief.email, coming);
});

test("whoever walks through his own IPv6 network comes from one place", async () => {
  const { email } = await house.user();
  for (let n = 0; n < 10; n++) await guess(email, { ip: `2001:db8:5:1::${n.toString(16)}` });
  await shutOut(email, { ip: "2001:db8:5:1:ffff::1" });
  expect(await signIn({ email, password }, { ip: "2001:db8:5:2::1" })).not.toBeNull();
});

test("a network that tries account after account is stopped, and so is a large customer of IPv6", async () => {
  const { email } = await house.user();
  for (let n = 0; n < 60; n++) await guess(`nobody-${n}@guildhall.example`, { ip: "192.0.2.30" });
  await shutOut(email, { ip: "192.0.2.30" });
  await house.db.owner.query("insert into attempt_window values ('password:wide:2001:db8:6::/48', $1, 600)", [
    after(0),
  ]);
  await shutOut(email, { ip: "2001:db8:6:beef::1" });
}, 30_000);

test("who comes from nowhere shuts out nobody else who does", async () => {
  const [victim, neighbour] = [await house.user(), await house.user()];
  await guessOften(victim.email, 10, { ip: null });
  await shutOut(victim.email, { ip: null });
  await shutOut(victim.email, { ip: "127.0.0.1" }); // what an undeclared proxy looks like
  for (let n = 0; n < 70; n++) await guess(`nobody-else-${n}@guildhall.example`, { ip: null });
  expect(await signIn({ email: neighbour.email, password }, { ip: null })).not.toBeNull();
  expect(await signIn({ email: victim.email, password }, { ip: home })).not.toBeNull();
}, 30_000);

test("who knows the password signs in as often as they like; only wrong ones count", async () => {
  const { email } = await house.user();
  const coming = { ip: "192.0.2.44" };
  for (let n = 0; n < 12; n++) await signIn({ email, password }, coming);
  await guessOften(email, 10, coming);
  await shutOut(email, coming);
});
