import { rejects } from "node:assert/strict";
import { expect, test } from "vitest";
import { after, elsewhere, usePorch } from "../arrivals/test/use-porch.ts";
import { signInWithCode } from "../codes/sign-in-with-code.ts";
import { askForSignInLink } from "./ask-to-sign-in.ts";
import { readSignInLink, signInWithLink } from "./sign-in-with-link.ts";

const house = usePorch();
const { arrival } = house;

/** Somebody who asked for a link, with what their browser holds and what their mail says. */
async function asked(returnTo: string | null = null) {
  const user = await house.user();
  const doorToken = await askForSignInLink(house.porch, { email: user.email }, arrival(), returnTo);
  await house.runJobs();
  const [letter] = await house.lettersTo(user.email);
  if (!letter) throw new Error("no letter");
  return { ...user, doorToken, token: letter.token, code: letter.code };
}
const gone = { code: "auth.code-gone" };

test("the browser that asked for a link is signed in by it, and goes on to where it was going", async () => {
  const { id, email, doorToken, token } = await asked("/w/yuanshan/people");
  expect(await readSignInLink(house.porch, token, arrival({ doorToken }))).toMatchObject({ userId: id, email });
  const entered = await signInWithLink(house.porch, token, {}, arrival({ doorToken }));
  expect(entered?.returnTo).toBe("/w/yuanshan/people");
  expect(entered?.outcome.kind).toBe("signed-in");
  expect(await house.signedInBy(entered?.outcome.token ?? "")).toBe(id);
});

test("looking at a link uses nothing up and signs nobody in, however often it is looked at", async () => {
  const { id, doorToken, token } = await asked();
  for (let n = 0; n < 5; n++) expect(await readSignInLink(house.porch, token, arrival())).not.toBeNull();
  expect((await house.db.owner.query("select from session where user_id = $1", [id])).rowCount).toBe(0);
  expect(await signInWithLink(house.porch, token, {}, arrival({ doorToken }))).not.toBeNull();
});

test("a link that was passed on signs nobody in who does not know where it was sent", async () => {
  const { email, token } = await asked();
  const victim = await asked();
  for (const doorToken of [null, victim.doorToken]) {
    expect((await readSignInLink(house.porch, token, arrival({ doorToken })))?.email).toBeNull();
    await expect(signInWithLink(house.porch, token, {}, arrival({ doorToken }))).rejects.toThrow();
    await rejects(signInWithLink(house.porch, token, { email: victim.email }, arrival({ doorToken })), {
      code: "auth.address-mismatch",
      fields: { email: "auth.address-mismatch" },
    });
  }
  expect(await signInWithLink(house.porch, token, { email: email.toUpperCase() }, arrival())).not.toBeNull();
});

test("whoever found a link may not go through addresses, and takes it from nobody", async () => {
  const { doorToken, token, email } = await asked();
  for (let n = 0; n < 5; n++)
    await rejects(signInWithLink(house.porch, token, { email: `guess-${n}@guildhall.example` }, arrival()), {
      code: "auth.address-mismatch",
    });
  await rejects(signInWithLink(house.porch, token, { email }, arrival({ ip: elsewhere })), {
    code: "auth.too-many-attempts",
  });
  expect(await signInWithLink(house.porch, token, {}, arrival({ doorToken }))).not.toBeNull();
});

test("of ten who press the button at once, one gets in", async () => {
  const { id, doorToken, token } = await asked();
  const entered = await Promise.all(
    Array.from({ length: 10 }, () => signInWithLink(house.porch, token, {}, arrival({ doorToken }))),
  );
  expect(entered.filter((each) => each !== null)).toHaveLength(1);
  expect((await house.db.owner.query("select from session where user_id = $1", [id])).rowCount).toBe(1);
});

test("the twin that looks before it takes lets more in", async () => {
  const { token } = await asked();
  let readers = 0;
  let open: () => void = () => undefined;
  const allHaveRead = new Promise<void>((resolve) => {
    open = resolve;
  });
  const lookThenTake = () =>
    house.porch.database.withPlatform("sign-in", async (db) => {
      const { rows } = await house.db.owner.query(
        "select id from credential_token where payload ->> 'codeId' = (select id::text from credential_code order by id desc limit 1) and used_at is null",
      );
      if (++readers === 5) open(); // as many as there are connections
      await allHaveRead;
      if (rows.length === 0) return false;
      await db
        .updateTable("credential_token")
        .set({ used_at: after(1) })
        .where("id", "=", rows[0].id)
        .execute();
      return true;
    });
  expect(token).not.toBe("");
  expect((await Promise.all(Array.from({ length: 5 }, lookThenTake))).filter(Boolean).length).toBeGreaterThan(1);
});

test("the link and the code of one mail are one key: whichever is used, the other is gone", async () => {
  const byLink = await asked();
  expect(await signInWithLink(house.porch, byLink.token, {}, arrival({ doorToken: byLink.doorToken }))).not.toBeNull();
  await rejects(signInWithCode(house.porch, { code: byLink.code }, arrival({ doorToken: byLink.doorToken })), gone);
  const byCode = await asked();
  await signInWithCode(house.porch, { code: byCode.code }, arrival({ doorToken: byCode.doorToken }));
  expect(await readSignInLink(house.porch, byCode.token, arrival())).toBeNull();
  expect(await signInWithLink(house.porch, byCode.token, {}, arrival({ doorToken: byCode.doorToken }))).toBeNull();
});

test("link and code at the same moment still let one in", async () => {
  const { id, token, code, doorToken } = await asked();
  await Promise.allSettled([
    signInWithLink(house.porch, token, {}, arrival({ doorToken })),
    signInWithCode(house.porch, { code }, arrival({ doorToken })),
    signInWithLink(house.porch, token, {}, arrival({ doorToken })),
    signInWithCode(house.porch, { code }, arrival({ doorToken })),
  ]);
  expect((await house.db.owner.query("select from session where user_id = $1", [id])).rowCount).toBe(1);
});

test("after fifteen minutes neither works any more", async () => {
  const { token, code, doorToken } = await asked();
  const late = arrival({ doorToken, at: after(15) });
  expect(await readSignInLink(house.porch, token, late)).toBeNull();
  expect(await signInWithLink(house.porch, token, {}, late)).toBeNull();
  await rejects(signInWithCode(house.porch, { code }, late), gone);
});

test("an account that was closed, or moved to another address, is not opened by a mail from before", async () => {
  const closed = await asked();
  await house.close(closed.id);
  expect(await signInWithLink(house.porch, closed.token, {}, arrival({ doorToken: closed.doorToken }))).toBeNull();
  await rejects(signInWithCode(house.porch, { code: closed.code }, arrival({ doorToken: closed.doorToken })), gone);
  const moved = await asked();
  await house.db.owner.query("update user_account set email = 'elsewhere@guildhall.example' where id = $1", [moved.id]);
  await rejects(signInWithCode(house.porch, { code: moved.code }, arrival({ doorToken: moved.doorToken })), gone);
});

test("a mail that was asked for by a stranger takes nothing from the one that its reader asked for", async () => {
  const user = await house.user();
  const doorToken = await askForSignInLink(house.porch, { email: user.email }, arrival(), null);
  await askForSignInLink(house.porch, { email: user.email }, arrival({ ip: elsewhere }), null);
  await house.runJobs();
  const [own] = await house.lettersTo(user.email);
  await signInWithCode(house.porch, { code: own?.code }, arrival({ doorToken }));
});

test("whoever reads the mail of an address that nobody had proved has its account alone", async () => {
  const { id, email } = await house.user({ emailVerified: false });
  const stranger = await house.porch.sessions.open(id, { userAgent: null, ip: null });
  const doorToken = await askForSignInLink(house.porch, { email }, arrival(), null);
  await house.runJobs();
  const [letter] = await house.lettersTo(email);
  const { outcome } = await signInWithCode(house.porch, { code: letter?.code }, arrival({ doorToken }));
  expect(await house.signedInBy(stranger)).toBeNull();
  expect(await house.signedInBy(outcome.token)).toBe(id);
  const { rows } = await house.db.owner.query(
    "select password_hash, email_verified_at is not null as proved from user_account where id = $1",
    [id],
  );
  expect(rows).toEqual([{ password_hash: null, proved: true }]);
});

test("a job that runs twice writes once", async () => {
  const { email } = await house.user();
  await askForSignInLink(house.porch, { email }, arrival(), null);
  const { rows } = await house.db.owner.query("select payload from graphile_worker._private_jobs");
  await house.runJobs();
  await house.db.owner.query("select enqueue_job('auth.send-sign-in-link', $1::jsonb)", [
    JSON.stringify(rows.at(-1)?.payload),
  ]);
  await house.runJobs();
  expect(await house.lettersTo(email)).toHaveLength(1);
});
