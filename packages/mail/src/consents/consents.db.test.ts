import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { secret } from "../test/sending.ts";
import { readUnsubscribeOffer, unsubscribe } from "../unsubscribing/unsubscribe.ts";
import { makeUnsubscribeToken } from "../unsubscribing/unsubscribe-token.ts";
import { hasConsent, listConsents } from "./consent.queries.ts";
import { setConsent } from "./set-consent.ts";

const db = useDatabase();
const ada = { channel: "email", address: "ada@example.com" } as const;
const adasPhone = { channel: "sms", address: "+8613800138000" } as const;

test("nobody has agreed to anything until they say so, for each purpose and channel by itself", async () => {
  const hall = await given(db).tenant();
  await hall.inside(async (ctx) => {
    expect(await hasConsent(ctx, ada, "events")).toBe(false);
    await setConsent(ctx, {
      ...ada,
      address: "Ada@Example.com",
      purpose: "events",
      granted: true,
      source: "registration",
    });
    expect(await hasConsent(ctx, ada, "events")).toBe(true);
    expect(await hasConsent(ctx, ada, "marketing")).toBe(false);
    expect(await hasConsent(ctx, adasPhone, "events")).toBe(false);
  });
});

test("the latest word stands", async () => {
  const hall = await given(db).tenant();
  await hall.inside(async (ctx) => {
    for (const granted of [true, false, true, false])
      await setConsent(ctx, { ...ada, purpose: "community", granted, source: "preferences" });
    expect(await listConsents(ctx, ada)).toEqual([
      { purpose: "community", granted: false, source: "preferences", changedAt: ctx.clock.now() },
    ]);
  });
});

test("a neighbour's consent is its own", async () => {
  const [hall, neighbour] = [await given(db).tenant(), await given(db).tenant()];
  await hall.inside((ctx) => setConsent(ctx, { ...ada, purpose: "events", granted: true, source: "registration" }));
  expect(await neighbour.inside((ctx) => hasConsent(ctx, ada, "events"))).toBe(false);
});

test("one click takes back what its link names, and nothing else; again does no harm", async () => {
  const hall = await given(db).tenant({ name: "远山户外" });
  await hall.inside(async (ctx) => {
    for (const purpose of ["events", "community"] as const)
      await setConsent(ctx, { ...ada, purpose, granted: true, source: "sign-up" });
  });
  const token = makeUnsubscribeToken(secret, { tenantId: hall.tenant.id, ...ada, purpose: "events" });
  const offer = { tenantId: hall.tenant.id, ...ada, purpose: "events", houseName: "远山户外" };

  expect(await readUnsubscribeOffer(db.database, secret, token)).toEqual(offer);
  expect(await hall.inside((ctx) => hasConsent(ctx, ada, "events"))).toBe(true);

  expect(await unsubscribe(db.database, secret, token)).toEqual(offer);
  expect(await unsubscribe(db.database, secret, token)).toEqual(offer);
  expect(await hall.inside((ctx) => hasConsent(ctx, ada, "events"))).toBe(false);
  expect(await hall.inside((ctx) => hasConsent(ctx, ada, "community"))).toBe(true);
});

test("a link that is not ours takes nothing back", async () => {
  const hall = await given(db).tenant();
  const forged = makeUnsubscribeToken("another secret of the same length", {
    tenantId: hall.tenant.id,
    ...ada,
    purpose: "events",
  });
  await expect(unsubscribe(db.database, secret, forged)).rejects.toThrow("mail.unsubscribe-link-malformed");
});
