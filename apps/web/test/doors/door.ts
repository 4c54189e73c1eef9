import { demoPassword } from "@guildhall/demo";
import { expect } from "vitest";
import { appCode, typedSecret } from "../app-code.ts";
import type { TestHouse } from "../use-house.ts";
import { countLettersTo, nextLetterTo, type Walker, walker } from "../walker.ts";

/** Where a form stands, and what its visitor's browser holds. */
export interface Door {
  readonly path: string;
  readonly cookie: string;
}

/** Goes to where a form can be seen; anew each time, since what opened it may be good only once. */
export type Way = () => Promise<Door>;

/** The ways to the forms of a page, by what tells them apart. */
export type Ways = Readonly<Record<string, Way>>;

let count = 0;
export const somebody = () => `door-${++count}@example.com`;
export const aPassword = "a long enough password";
export const lin = "lin@yuanshan.example";

/** In as this demo user, by a session of their own. */
export async function enter(house: TestHouse, email: string, password = demoPassword): Promise<Walker> {
  const visitor = walker(house);
  expect((await visitor.go("/login", { email, password })).status).toBe(303);
  return visitor;
}

/** Does something that has a letter written, and opens it. */
export async function letterAfter(house: TestHouse, recipient: string, deed: () => Promise<Response>) {
  const before = await countLettersTo(house, recipient);
  expect((await deed()).status).toBeLessThan(400);
  return nextLetterTo(house, recipient, before);
}

/** Somebody who was never here before, with an account and a seat in the hall 远山户外. */
export async function newColleague(house: TestHouse): Promise<{ email: string; visitor: Walker }> {
  const email = somebody();
  const { path } = await inviteColleague(house, email);
  const visitor = walker(house);
  const joined = await visitor.go(path, { act: "account", fullName: "新同事", password: aPassword });
  expect(joined.status).toBe(303);
  return { email, visitor };
}

export async function inviteColleague(house: TestHouse, email: string) {
  const owner = walker(house, await house.signIn(lin));
  const invitation = { addresses: email, role: "viewer" };
  return letterAfter(house, email, () => owner.go("/w/yuanshan/settings/staff/invite", invitation));
}

/** Somebody with an account and no hall. */
export async function newAccount(house: TestHouse): Promise<{ email: string; visitor: Walker }> {
  const { email, visitor } = await newColleague(house);
  expect((await visitor.go("/w/yuanshan/settings/staff/leave", { afterwards: "nobody" })).status).toBe(303);
  return { email, visitor };
}

/** Somebody with an app for their second step; what proves their session is as fresh as can be. */
export async function withApp(house: TestHouse): Promise<{ email: string; visitor: Walker }> {
  const { email, visitor } = await newColleague(house);
  const setUp = (await visitor.go("/account/security", { act: "begin-app" })).headers.get("location") ?? "";
  const secret = typedSecret(await (await visitor.go(setUp)).text());
  expect((await visitor.go(setUp, { code: appCode(secret) })).status).toBe(200);
  return { email, visitor };
}
