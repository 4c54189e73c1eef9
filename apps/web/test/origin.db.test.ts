import { describe, expect, test } from "vitest";
import { routeTable } from "./route-table.ts";
import { useHouse } from "./use-house.ts";

const house = useHouse();
const person = { fullName: "Intruder" };
const countPeople = async () => (await house.db.owner.query("select count(*)::int as n from person")).rows[0].n;

const foreign = [
  ["another site", "https://evil.example"],
  ["a sandboxed frame", "null"],
  ["a look-alike", "http://127.0.0.1.evil.example"],
  ["the same host on another port", "http://127.0.0.1:1"],
  ["no browser at all", null],
] as const;

const addresses = [
  ["a page", "/w/yuanshan/people/new"],
  ["its data", "/w/yuanshan/people/new.data"],
  ["its data by query", "/w/yuanshan/people/new?_data=workspace%2Fpeople%2Fnew-person"],
  ["a resource route", "/logout"],
  ["a language form", "/language"],
  ["an address that nobody knows", "/nowhere"],
] as const;

describe.each(addresses)("a post to %s", (_, path) => {
  test.each(foreign)("from %s is refused", async (_from, origin) => {
    const cookie = await house.signIn("lin@yuanshan.example");
    const before = await countPeople();
    const answer = await house.ask(path, { method: "POST", origin, cookie, body: new URLSearchParams(person) });
    expect(answer.status).toBe(403);
    expect(await countPeople()).toBe(before);
  });
});

test.each(["PUT", "PATCH", "DELETE"])("a %s from another site is refused as well", async (method) => {
  const answer = await house.ask("/w/yuanshan/people/new", { method, origin: "https://evil.example", body: "x" });
  expect(answer.status).toBe(403);
});

test("the same post from here goes through", async () => {
  const cookie = await house.signIn("lin@yuanshan.example");
  const before = await countPeople();
  const answer = await house.ask("/w/yuanshan/people/new", {
    method: "POST",
    cookie,
    body: new URLSearchParams(person),
  });
  expect(answer.status).toBe(303);
  expect(await countPeople()).toBe(before + 1);
});

test("no route takes a foreign post unless it is declared to be for machines", async () => {
  for (const [id, row] of Object.entries(routeTable)) {
    if (!row.methods.includes("POST") || row.machine) continue;
    const answer = await house.ask(row.sample, {
      method: "POST",
      origin: "https://evil.example",
      body: new URLSearchParams(row.form ?? {}),
    });
    expect(answer.status, id).toBe(403);
  }
});
