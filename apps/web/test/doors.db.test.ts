import { askForEmailChange, openSessions } from "@guildhall/auth";
import { idSchema } from "@guildhall/core";
import { demoPassword } from "@guildhall/demo";
import { describe, expect, test } from "vitest";
import { safeReturn } from "../app/server/define-route.ts";
import { testSecret, useHouse } from "./use-house.ts";
import { nextLetterTo, walker } from "./walker.ts";

const house = useHouse();
const lin = "lin@yuanshan.example";

const browser = () => walker(house);
const nextTo = (recipient: string, before: number) => nextLetterTo(house, recipient, before);
const sessionsOf = async (email: string) =>
  (
    await house.db.owner.query("select from session s join user_account u on u.id = s.user_id where email = $1", [
      email,
    ])
  ).rowCount;

describe("a mailed link", () => {
  test("is opened by scanners without end, and signs in only the browser that asked, when it posts", async () => {
    const asking = browser();
    const asked = await asking.go("/login?to=%2Fw%2Fyuanshan%2Faudit", { by: "link", email: lin });
    expect(asked.headers.get("location")).toBe("/login/code?to=%2Fw%2Fyuanshan%2Faudit");
    expect(asked.headers.getSetCookie().join()).toMatch(/guildhall-door=[\w-]{43}; .*HttpOnly/);
    const { path } = await nextTo(lin, 0);
    const before = await sessionsOf(lin);
    for (let n = 0; n < 3; n++) {
      const page = await browser().go(path);
      expect(page.status).toBe(200);
      expect(page.headers.getSetCookie()).toEqual([]);
      expect(await page.text()).not.toContain(lin); // whoever found the link does not learn whose it is
    }
    const stranger = await browser().go(path, {});
    expect(stranger.status).toBe(422);
    expect(stranger.headers.getSetCookie()).toEqual([]);
    expect(await sessionsOf(lin)).toBe(before);
    expect(await (await asking.go(path)).text()).toContain(lin);
    const entered = await asking.go(path, {});
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/w/yuanshan/audit"]);
    expect(asking.kept.has("guildhall")).toBe(true);
    expect(asking.kept.has("guildhall-door")).toBe(false);
    const again = await asking.go(path, {});
    expect((await asking.go(again.headers.get("location") ?? "")).headers.get("location")).toBe("/account");
  });

  test("answers for an address that nobody has as for one that somebody has, to the last byte but the address", async () => {
    const pages = await Promise.all(
      ["maya@harbor.example", "nobo@harbor.example"].map(async (email) => {
        const visitor = browser();
        const answer = await visitor.go("/login", { by: "link", email });
        const page = await (await visitor.go("/login/code")).text();
        const wrong = await visitor.go("/login/code", { code: "000000" });
        const text = `${page}${await wrong.text()}`.replaceAll(email, "…");
        return [answer.status, wrong.status, text.replace(/nonce="[^"]*"|content="[\w+/=]{24}"|"nonce":"[^"]*"/g, "")];
      }),
    );
    expect(pages[0]).toEqual(pages[1]);
  });
});

describe("where somebody goes on", () => {
  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "\\/evil.example",
    "javascript:alert(1)",
    " /account",
    "",
  ])("is never another house: %j", async (to) => {
    expect(safeReturn(to, "/account")).toBe("/account");
    const answer = await browser().go(`/login?to=${encodeURIComponent(to)}`, { email: lin, password: demoPassword });
    expect(answer.headers.get("location")).toBe("/account");
  });

  test.each(["/w/yuanshan/people?cursor=x#top", "/login/second?a=b", "/w/远山", "/a//b"])(
    "stays what it was: %s",
    (to) => {
      expect(decodeURI(safeReturn(to, "/account"))).toBe(to);
    },
  );

  test("is at once for whoever is signed in", async () => {
    const cookie = await house.signIn(lin);
    for (const path of ["/login", "/login?by=sms", "/login/code"]) {
      const answer = await house.ask(`${path}${path.includes("?") ? "&" : "?"}to=%2Fw%2Fyuanshan`, { cookie });
      expect([answer.status, answer.headers.get("location")]).toEqual([302, "/w/yuanshan"]);
    }
  });
});

test("a session that was about to be prolonged is not put back behind the one that replaced it", async () => {
  const visitor = browser();
  await visitor.go("/login", { email: lin, password: demoPassword });
  await house.db.owner.query("update session set expires_at = now() + interval '10 days'");
  const old = visitor.kept.get("guildhall");
  const answer = await visitor.go("/login", { email: lin, password: demoPassword });
  const given = answer.headers.getSetCookie().filter((cookie) => cookie.startsWith("guildhall="));
  expect(given).toHaveLength(1);
  expect(visitor.kept.get("guildhall")).not.toBe(old);
  expect((await visitor.go("/account")).status).toBe(200);
});

describe("an address that is to change", () => {
  const from = "viewer@yuanshan.example";
  const to = "anna@yuanshan.example";

  test("moves when both mails were answered, in whatever browser, by a press and never by a look", async () => {
    const { rows } = await house.db.owner.query("select id from user_account where email = $1", [from]);
    const porch = {
      database: house.db.database,
      sessions: openSessions(house.db.database, { secure: false }),
      secret: testSecret,
      publicUrl: house.address,
      smsPerHour: 10,
    };
    await askForEmailChange(
      porch,
      idSchema("user_account").parse(rows[0].id),
      { email: to },
      { locale: "en", at: new Date() },
    );
    const [old, fresh] = [await nextTo(from, 0), await nextTo(to, 0)];
    for (const { path } of [old, fresh]) expect(await (await browser().go(path)).text()).toContain(to);
    const first = await browser().go(fresh.path, { answer: "confirm" });
    expect(first.headers.get("location")).toBe(`${fresh.path}?done=waiting`);
    expect((await browser().go(`${fresh.path}?done=waiting`)).status).toBe(200);
    expect((await browser().go(old.path, { answer: "nonsense" })).status).toBe(422);
    const second = await browser().go(old.path, { answer: "confirm" });
    expect(second.headers.get("location")).toBe(`${old.path}?done=moved`);
    expect((await browser().go("/login", { email: to, password: demoPassword })).status).toBe(303);
  });
});
