import { demoPassword } from "@guildhall/demo";
import { beforeAll, describe, expect, test } from "vitest";
import { appCode, typedSecret } from "./app-code.ts";
import { useHouse } from "./use-house.ts";

const house = useHouse();
const staff = "staff@yuanshan.example";
const post = (path: string, cookie: string, form: Record<string, string> = {}) =>
  house.ask(path, { method: "POST", cookie, body: new URLSearchParams(form) });
const cookieOf = (answer: Response, name = "guildhall") =>
  answer.headers
    .getSetCookie()
    .find((each) => each.startsWith(`${name}=`))
    ?.split(";")[0] ?? "";
const prove = (email: string, ago: string) =>
  house.db.owner.query(
    "update session s set proved_at = now() - $2::interval from user_account u where u.id = s.user_id and u.email = $1",
    [email, ago],
  );

describe("a hall that asks its staff for a second factor", () => {
  beforeAll(() => house.db.owner.query("update tenant set requires_second_factor = true where slug = 'yuanshan'"));

  test("opens no page, data, action or stream to one who has proved a password alone; and sends them where they set one up", async () => {
    const cookie = await house.signIn(staff);
    const way = "/account/security?for=yuanshan";
    for (const path of ["/w/yuanshan", "/w/yuanshan/people", "/w/yuanshan/people/new"]) {
      const answer = await house.ask(path, { cookie });
      expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 303, way]);
    }
    const data = await house.ask("/w/yuanshan/people.data", { cookie });
    const text = await data.text();
    expect(text).toContain(way);
    expect(text).not.toContain("@example.com");
    const added = await post("/w/yuanshan/people/new", cookie, { fullName: "Slipped Through" });
    expect(added.headers.get("location")).toBe(way);
    const found = await house.db.owner.query("select from person where full_name = 'Slipped Through'");
    expect(found.rowCount).toBe(0);
    const stream = await house.ask("/w/yuanshan/live", { cookie, headers: { accept: "text/event-stream" } });
    expect(stream.status).toBe(403);
    await stream.body?.cancel();
    const page = await (await house.ask(way, { cookie })).text();
    expect(page).toContain("远山户外");
  });

  test("asks nothing of its members, of staff of other halls, and of strangers, who are told nothing", async () => {
    const member = await house.signIn("member@yuanshan.example");
    expect((await house.ask("/w/yuanshan/people", { cookie: member })).status).toBe(404);
    const maya = await house.signIn("maya@harbor.example");
    expect((await house.ask("/w/harbor/people", { cookie: maya })).status).toBe(200);
    const strangersWay = await (await house.ask("/account/security?for=yuanshan", { cookie: maya })).text();
    expect(strangersWay).not.toContain("远山户外");
  });

  test("opens once an app is set up, in the session that set it up", async () => {
    const cookie = await house.signIn("manager@yuanshan.example");
    const begun = await post("/account/security", cookie, { act: "begin-app" });
    const setUp = begun.headers.get("location") ?? "";
    const page = await (await house.ask(setUp, { cookie })).text();
    const typed = typedSecret(page);
    const wrong = await post(setUp, cookie, { code: "12" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(typed);
    const confirmed = await post(setUp, cookie, { code: appCode(typed) });
    expect(confirmed.headers.get("cache-control")).toContain("no-store");
    expect((await confirmed.text()).match(/[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}/g)?.length).toBeGreaterThanOrEqual(10);
    expect((await house.ask("/w/yuanshan/people", { cookie: cookieOf(confirmed) })).status).toBe(200);
    expect((await house.ask("/account", { cookie })).status).toBe(302); // the token it came with is over
  });
});

describe("the second step at the door", () => {
  test("a password alone opens no session; the wait is kept in a cookie that no script reads, and no address", async () => {
    const answer = await house.ask("/login?to=/w/yuanshan/people", {
      method: "POST",
      body: new URLSearchParams({ email: "manager@yuanshan.example", password: demoPassword }),
    });
    expect(answer.headers.get("location")).toBe("/login/second?to=%2Fw%2Fyuanshan%2Fpeople");
    expect(cookieOf(answer)).toBe("");
    const step = answer.headers.getSetCookie().find((each) => each.startsWith("guildhall-step="));
    expect(step).toMatch(/HttpOnly/);
    const cookie = cookieOf(answer, "guildhall-step");
    expect((await house.ask("/login/second", { cookie })).status).toBe(200);
    expect((await house.ask("/account", { cookie })).status).toBe(302);
    const wrong = await post("/login/second", cookie, { code: "000000" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("code-error");
    expect((await house.ask("/login/second")).headers.get("location")).toBe("/login");
  });
});

describe("what a thief would like too", () => {
  const acts: [string, Record<string, string> | null][] = [
    ["/account/security", { act: "begin-app" }],
    ["/account/security", { act: "remove-app" }],
    ["/account/security/new-passkey", null],
    ["/account/security/new-passkey/challenge", {}],
    ["/account/security/email", null],
    ["/account/security/email", { email: "thief@evil.example" }],
    ["/account/security/phone", { phone: "+447700900999" }],
    ["/account/data/export", null],
    ["/account/data", { confirmation: "viewer@yuanshan.example" }],
  ];

  test.each(acts)("%s %j asks for a fresh proof", async (path, form) => {
    const email = "viewer@yuanshan.example";
    const cookie = await house.signIn(email);
    await prove(email, "16 minutes");
    const answer = form ? await post(path, cookie, form) : await house.ask(path, { cookie });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\/account\/prove\?to=%2Faccount/);
    expect(await answer.text()).toBe("");
  });

  test("proved by password, they go on to where they were, within this house, under a new token", async () => {
    const email = "viewer@yuanshan.example";
    const cookie = await house.signIn(email);
    await prove(email, "16 minutes");
    const wrong = await post("/account/prove?to=/account/security/email", cookie, { password: "wrong" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).not.toContain('value="wrong"');
    const away = await post("/account/prove?to=//evil.example", cookie, { password: demoPassword });
    expect(away.headers.get("location")).toBe("/account/security");
    const next = cookieOf(away);
    expect(next).not.toBe(cookie);
    expect((await house.ask("/account/security/email", { cookie: next })).status).toBe(200);
    expect((await house.ask("/account", { cookie })).status).toBe(302);
  });
});
