import { rejects } from "node:assert/strict";
import { expect, test } from "vitest";
import { after, usePorch } from "../arrivals/test/use-porch.ts";
import { askForSignInCode, askForSignInLink } from "../links/ask-to-sign-in.ts";
import { askForReset } from "../resets/ask-for-reset.ts";
import { rememberBrowser } from "./known-browser.ts";

const house = usePorch();
const limited = { code: "auth.too-many-attempts" };
type Coming = Parameters<typeof house.arrival>[0];
const mail = (email: string, coming: Coming) => askForSignInLink(house.porch, { email }, house.arrival(coming), null);
const through = async (attempts: Promise<unknown>[]) =>
  (await Promise.allSettled(attempts)).filter(({ status }) => status === "fulfilled").length;

test("one network may have somebody written to five times an hour, by link and reset together", async () => {
  const { email } = await house.user();
  const coming = { ip: "203.0.113.1" };
  for (let n = 0; n < 3; n++) await mail(email, coming);
  for (let n = 0; n < 2; n++) await askForReset(house.porch, { email }, house.arrival(coming));
  await rejects(mail(email, coming), limited);
  await rejects(askForReset(house.porch, { email }, house.arrival(coming)), limited);
  await mail(email, { ...coming, at: after(60) });
});

test("strangers from everywhere cannot flood a mailbox, nor keep its owner's browser from it", async () => {
  const { id, email } = await house.user();
  const crowd = Array.from({ length: 40 }, (_, n) => mail(email, { ip: `198.51.100.${n + 1}` }));
  expect(await through(crowd)).toBe(10);
  const knownBrowser = rememberBrowser(house.porch.secret, null, id);
  await mail(email, { ip: "198.51.100.1", knownBrowser });
  await house.runJobs();
  expect(await house.lettersTo(email)).toHaveLength(11);
});

test("a stranger's refused attempts do not use up what others may ask for", async () => {
  const { email } = await house.user();
  for (let n = 0; n < 5; n++) await mail(email, { ip: "203.0.113.2" });
  for (let n = 0; n < 20; n++) await rejects(mail(email, { ip: "203.0.113.2" }), limited);
  await mail(email, { ip: "203.0.113.3" });
});

test("in a day a stranger reaches a mailbox thirty times, and a phone twelve", async () => {
  const { email } = await house.user();
  const phone = "+447700900123";
  let mails = 0;
  let texts = 0;
  for (let hour = 0; hour < 9; hour++)
    for (let n = 0; n < 12; n++) {
      const coming = { ip: `192.0.2.${n + 1}`, at: after(hour * 60) };
      mails += await through([mail(email, coming)]);
      texts += await through([askForSignInCode(house.porch, { phone }, house.arrival(coming), null)]);
    }
  expect([mails, texts]).toEqual([30, 12]);
});

test("one network asks for thirty messages an hour at most, whomever they go to", async () => {
  const ask = (n: number) => mail(`somebody-else-${n}@guildhall.example`, { ip: "2001:db8:9:1::1" });
  expect(await through(Array.from({ length: 35 }, (_, n) => ask(n)))).toBe(30);
  await mail("somebody-else-0@guildhall.example", { ip: "2001:db8:9:2::1" });
});

test("who comes from nowhere keeps nobody else who does from being written to", async () => {
  for (let n = 0; n < 60; n++) await through([mail("victim@guildhall.example", { ip: null })]);
  await rejects(mail("victim@guildhall.example", { ip: null }), limited);
  await mail("neighbour@guildhall.example", { ip: null });
});
