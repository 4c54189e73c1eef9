import { newId } from "@guildhall/core";
import { resumeTenant, suspendTenant } from "@guildhall/tenancy";
import { expect, test } from "vitest";
import { useHouse } from "./use-house.ts";

const house = useHouse();
const owner = () => house.signIn("maya@harbor.example");
const post = async (path: string, fields: Record<string, string>, cookie: string) =>
  house.ask(path, { method: "POST", body: new URLSearchParams(fields), cookie });

test("a suspended hall tells its staff so, and is not there for anybody else", async () => {
  const { rows } = await house.db.owner.query("select id from tenant where slug = 'harbor'");
  const operation = { tenantId: rows[0].id, operatorId: newId<"user_account">(), requestId: null };
  await suspendTenant(house.db.database, operation);
  const shut = await house.ask("/w/harbor/people", { cookie: await owner() });
  expect(shut.status).toBe(403);
  expect(await shut.text()).toMatch(/suspended|停用/);
  expect((await post("/w/harbor/people/new", { fullName: "Ada" }, await owner())).status).toBe(403);
  expect((await house.ask("/w/harbor/live", { cookie: await owner() })).status).toBe(403);
  expect((await house.ask("/w/harbor", { cookie: await house.signIn("admin@yuanshan.example") })).status).toBe(404);
  await resumeTenant(house.db.database, operation);
  expect((await house.ask("/w/harbor/people", { cookie: await owner() })).status).toBe(200);
});

test("while a hall is being closed its staff see until when, its owner can keep it, and afterwards nobody enters", async () => {
  const wrong = await post("/w/harbor/settings/data", { act: "close", slug: "yuanshan" }, await owner());
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("yuanshan");
  expect((await post("/w/harbor/settings/data", { act: "close", slug: "harbor" }, await owner())).status).toBe(303);
  const viewer = await house.signIn("lin@yuanshan.example"); // a viewer here
  const seen = await (await house.ask("/w/harbor", { cookie: viewer })).text();
  expect(seen).toMatch(/正在关闭/);
  expect(seen).not.toContain("保留会馆</");
  expect(await (await house.ask("/w/harbor", { cookie: await owner() })).text()).toContain("Keep the hall");
  expect((await post("/w/harbor/settings/data", { act: "keep" }, viewer)).status).toBe(403);
  expect((await post("/w/harbor/settings/data", { act: "keep" }, await owner())).status).toBe(303);

  await post("/w/harbor/settings/data", { act: "close", slug: "harbor" }, await owner());
  await house.db.owner.query("update tenant set test_clock_at = closes_at where slug = 'harbor'");
  expect((await house.ask("/w/harbor", { cookie: await owner() })).status).toBe(404);
  const gone = async () => (await house.db.owner.query("select from tenant where slug = 'harbor'")).rowCount;
  await expect.poll(gone, { timeout: 20_000 }).toBe(0);
  expect((await house.ask("/w/yuanshan", { cookie: viewer })).status).toBe(200);
});

test("the sign-up form answers the same, and as fast, whether or not the address has an account", async () => {
  const sign = (email: string, slug: string) =>
    post("/signup", { company: "Tea", slug, fullName: "Ada", email, password: "correct horse battery" }, "");
  const known = await sign("lin@yuanshan.example", "tea-one");
  const unknown = await sign("stranger@yuanshan.example", "tea-two");
  const told = (answer: Response) => [
    answer.status,
    answer.headers.get("location"),
    answer.headers.getSetCookie().length,
  ];
  expect(told(known)).toEqual(told(unknown));
});
