import { createHmac, randomInt } from "node:crypto";
import { newId } from "@guildhall/core";
import { expect, test } from "vitest";
import { channels } from "../addresses/address.ts";
import { consentPurposes } from "../purpose.ts";
import {
  makeUnsubscribeToken,
  readUnsubscribeToken,
  type Unsubscription,
  unsubscribeUrl,
} from "./unsubscribe-token.ts";

const secret = "a secret of thirty-two characters";
const alphabet = [...'abcXYZ019._-+@林薇é👋"\\\n '];

const pick = <Value>(values: readonly Value[]): Value => {
  const value = values[randomInt(values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
};

function anyUnsubscription(): Unsubscription {
  const address = Array.from({ length: randomInt(1, 60) }, () => pick(alphabet)).join("");
  return { tenantId: newId<"tenant">(), channel: pick(channels), address, purpose: pick(consentPurposes) };
}

const many = Array.from({ length: 200 }, anyUnsubscription);

test("what was put in comes out", () => {
  for (const unsubscription of many) {
    expect(readUnsubscribeToken(secret, makeUnsubscribeToken(secret, unsubscription))).toEqual(unsubscription);
  }
});

test("a token stands in an address as it is", () => {
  for (const unsubscription of many) {
    const token = makeUnsubscribeToken(secret, unsubscription);
    expect(encodeURIComponent(token)).toBe(token);
    expect(unsubscribeUrl({ publicUrl: "https://hall.example", secret }, unsubscription)).toBe(
      `https://hall.example/unsubscribe/${token}`,
    );
  }
});

test("with any one character changed, added or gone, it is refused", () => {
  const token = makeUnsubscribeToken(secret, {
    tenantId: newId(),
    channel: "email",
    address: "ada@example.com",
    purpose: "events",
  });
  const forged = [...token].flatMap((character, at) => {
    const [before, after] = [token.slice(0, at), token.slice(at + 1)];
    return [
      before + (character === "A" ? "B" : "A") + after,
      before + after,
      `${before}x${character}${after}`,
      `${before}.${after}`,
    ];
  });
  for (const other of [...forged, "", ".", "..", `${token}.`, ` ${token}`]) {
    if (other !== token)
      expect(() => readUnsubscribeToken(secret, other), other).toThrow("mail.unsubscribe-link-malformed");
  }
});

test("another secret, or another use of the same one, signs nothing here", () => {
  for (const unsubscription of many.slice(0, 20)) {
    const token = makeUnsubscribeToken(secret, unsubscription);
    expect(() => readUnsubscribeToken(`${secret}!`, token)).toThrow("mail.unsubscribe-link-malformed");
    const [claim = ""] = token.split(".");
    const elsewhere = createHmac("sha256", secret).update(claim).digest("base64url");
    expect(() => readUnsubscribeToken(secret, `${claim}.${elsewhere}`)).toThrow("mail.unsubscribe-link-malformed");
  }
});
