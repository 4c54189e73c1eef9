import { expect, test } from "vitest";
import { useHouse } from "./use-house.ts";

const house = useHouse();

/** Opens the line of events of 远山户外; `ended` settles when the house hangs up. */
async function openLine(cookie: string) {
  const leave = new AbortController();
  const answer = await house.ask("/w/yuanshan/live", { cookie, signal: leave.signal });
  const hungUp = answer.text().then(
    () => "hung up",
    () => "left",
  );
  const within = (milliseconds: number) =>
    Promise.race([hungUp, new Promise((late) => setTimeout(late, milliseconds, "still open"))]);
  return { status: answer.status, within, leave: () => leave.abort() };
}

const roleOf = (email: string, role: string | null) =>
  house.db.owner.query(
    role === null
      ? "delete from membership m using login l, user_account u where l.person_id = m.person_id and u.id = l.user_id and u.email = $1"
      : "update membership m set role = $2 from login l, user_account u where l.person_id = m.person_id and u.id = l.user_id and u.email = $1",
    role === null ? [email] : [email, role],
  );

test("whoever is removed from the staff is hung up on within two seconds, and not let in again; others stay", async () => {
  const [gone, stays] = await Promise.all(
    ["staff@yuanshan.example", "admin@yuanshan.example"].map(async (email) => openLine(await house.signIn(email))),
  );
  expect(gone?.status).toBe(200);
  await roleOf("staff@yuanshan.example", null);
  expect(await gone?.within(2_000)).toBe("hung up");
  const cookie = await house.signIn("staff@yuanshan.example");
  for (const path of ["/w/yuanshan/live", "/w/yuanshan/people"])
    expect((await house.ask(path, { cookie })).status).toBe(404);
  expect(await stays?.within(100)).toBe("still open");
  stays?.leave();
});

test("a session that is ended elsewhere ends its lines", async () => {
  const cookie = await house.signIn("manager@yuanshan.example");
  const line = await openLine(cookie);
  await house.ask("/logout", { method: "POST", cookie });
  expect(await line.within(2_000)).toBe("hung up");
});

test("a change of role hangs up, and lets in again as who they are now", async () => {
  const cookie = await house.signIn("viewer@yuanshan.example");
  const line = await openLine(cookie);
  await roleOf("viewer@yuanshan.example", "staff");
  expect(await line.within(2_000)).toBe("hung up");
  const again = await openLine(cookie);
  expect(again.status).toBe(200);
  again.leave();
});
