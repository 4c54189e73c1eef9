import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { usePorch } from "../arrivals/test/use-porch.ts";
import { signInWithCode } from "../codes/sign-in-with-code.ts";
import { signInWithPassword } from "../passwords/sign-in-with-password.ts";
import { askForReset } from "../resets/ask-for-reset.ts";
import { askForSignInCode, askForSignInLink } from "./ask-to-sign-in.ts";

const house = usePorch();
const { arrival } = house;

afterEach(() => {
  vi.restoreAllMocks();
});

interface Seen {
  readonly statements: readonly string[];
  readonly answer: string;
}

/** What was asked of the database meanwhile, statement by statement, without the values. */
async function statementsOf(work: () => Promise<unknown>): Promise<Seen> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  const answer = await work().then(
    (value) => typeof value,
    (error: unknown) => JSON.stringify([String(error), error]),
  );
  const statements = spy.mock.calls.map(([text]) => String(text));
  spy.mockRestore();
  return { statements, answer };
}

const ways = {
  "a mailed link": (email: string) => askForSignInLink(house.porch, { email }, arrival(), null),
  "a reset": (email: string) => askForReset(house.porch, { email }, arrival()),
  "a wrong password": (email: string) => signInWithPassword(house.porch, { email, password: "wrong" }, arrival()),
};

test.each(Object.entries(ways))(
  "%s asks the same of the database, and answers the same, for everybody",
  async (_, way) => {
    const closed = await house.user();
    await house.close(closed.id);
    const known = await house.user();
    const addresses = [
      known.email,
      "nobody@guildhall.example",
      closed.email,
      (await house.user({ password: null })).email,
    ];
    const seen: Seen[] = [];
    for (const address of addresses) seen.push(await statementsOf(() => way(address)));
    expect(seen[0]?.statements.length).toBeGreaterThan(3);
    for (const each of seen) expect(each).toEqual(seen[0]);
  },
);

test("so does a code by SMS, and what is tried against it", async () => {
  const phone = "+8613800138000";
  await house.user({ phone });
  const seen: Record<"asked" | "tried", Seen>[] = [];
  for (const number of [phone, "+8613800138999"]) {
    let doorToken = "";
    const asked = await statementsOf(async () => {
      doorToken = await askForSignInCode(house.porch, { phone: number }, arrival(), null);
      return doorToken;
    });
    await house.runJobs();
    const tried = await statementsOf(() => signInWithCode(house.porch, { code: "000000" }, arrival({ doorToken })));
    seen.push({ asked, tried });
  }
  expect(seen[1]).toEqual(seen[0]);
});

test("a job is there for every address, and only it knows which has an account", async () => {
  const { email } = await house.user();
  await house.runJobs();
  for (const address of [email, "nobody-at-all@guildhall.example"]) await ways["a mailed link"](address);
  expect(await house.runJobs()).toBe(2);
  expect(await house.lettersTo(email)).toHaveLength(1);
  expect(await house.lettersTo("nobody-at-all@guildhall.example")).toHaveLength(0);
});
