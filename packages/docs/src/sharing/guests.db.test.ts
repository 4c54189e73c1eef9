import { rejects } from "node:assert/strict";
import { createUser } from "@guildhall/auth";
import type { Id } from "@guildhall/core";
import { joinAsMember } from "@guildhall/people";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { getDocument } from "../documents/document.queries.ts";
import { hallWithDocuments, type Somebody } from "../test/hall-with-documents.ts";
import { revokeGrant } from "./change-grant.ts";
import { findGuest } from "./guest.queries.ts";
import { shareByMail } from "./invite-guest.ts";
import { refuseGuest } from "./refuse-guest.ts";

const db = useDatabase();
let addresses = 0;
const address = () => `guest-${++addresses}@example.com`;

async function guestHall(joining: "open" | "approval" | "invitation" = "open") {
  const given = await hallWithDocuments(db);
  const { as, hall, document } = given;
  await db.owner.query("update tenant set joining = $2 where id = $1", [hall.tenant.id, joining]);
  const boss = await given.somebody("馆主", "owner");
  const launch = await document("Launch");
  const letters = async (email: string) =>
    (
      await db.owner.query<{ url: string; locale: string; inviter: string }>(
        "select input->>'url' as url, input->>'inviter' as inviter, locale from message where recipient = $1 order by id",
        [email],
      )
    ).rows;
  return {
    ...given,
    boss,
    launch,
    letters,
    share: (who: Somebody, email: string, more: object = {}) =>
      as(who, (ctx) =>
        shareByMail(ctx, { on: { documentId: launch }, email, role: "edit", ...more }, "https://hall.example"),
      ),
    token: async (email: string) => (await letters(email)).at(-1)?.url.split("/").at(-1) ?? "",
    /** Somebody with an account of this address, who comes in as the portal lets them. */
    comes: async (email: string, invitationId: Id<"member_invitation"> | null = null) => {
      const userId = await createUser(db.database, { email, password: null });
      const joiner = { userId, fullName: "Anna", email, locale: "en" as const, note: null };
      return hall.inside((ctx) => joinAsMember(ctx, { joiner, mailboxProven: true, invitationId }));
    },
  };
}

test("an address that nobody knows becomes somebody, is let in, and is written to; they come in as that person", async () => {
  const { as, boss, share, token, letters, comes, launch, hall } = await guestHall("invitation");
  const email = address();
  await share(boss, email.toUpperCase(), { fullName: "Anna Bell" });
  expect(await letters(email)).toMatchObject([{ inviter: "馆主", locale: "en" }]);
  const guest = await hall.inside(async (ctx) => findGuest(ctx, await token(email)));
  expect(guest).toMatchObject({ name: "Launch", role: "edit", email, isMember: false, on: { documentId: launch } });
  const outcome = await comes(email, guest?.invitationId ?? null);
  expect(outcome).toMatchObject({ kind: "joined", personId: guest?.personId, claimed: true });
  const named = await db.owner.query("select full_name from person where id = $1", [guest?.personId]);
  expect(named.rows).toEqual([{ full_name: "Anna Bell" }]);
  expect(await hall.inside(async (ctx) => findGuest(ctx, await token(email)))).toMatchObject({ isMember: true });
  expect(await as(boss, (ctx) => getDocument(ctx, launch))).toMatchObject({ title: "Launch" });
});

test("whom the hall knows keeps their name and is written to in their own language; nothing else differs", async () => {
  const { boss, share, letters, hall, token } = await guestHall();
  const email = address();
  const known = await hall.person("安娜");
  await db.owner.query("update person set locale = 'zh-CN' where id = $1", [known]);
  await db.owner.query(
    `insert into person_identity (tenant_id, person_id, kind, provider, value, source, created_at)
     values ($1, $2, 'email', '', $3, 'by-hand', now())`,
    [hall.tenant.id, known, email],
  );
  const grant = await share(boss, email, { fullName: "Somebody else" });
  expect(grant).toMatch(/^[0-9a-f-]{36}$/);
  expect(await letters(email)).toMatchObject([{ locale: "zh-CN" }]);
  expect(await hall.inside(async (ctx) => findGuest(ctx, await token(email)))).toMatchObject({ personId: known });
  const named = await db.owner.query("select full_name from person where id = $1", [known]);
  expect(named.rows).toEqual([{ full_name: "安娜" }]);
});

test("two who share with one new address at once let one person in", async () => {
  const { boss, lin, share, document, as } = await guestHall();
  const email = address();
  const other = await document("Retro");
  await Promise.all([
    share(boss, email),
    as(lin, (ctx) => shareByMail(ctx, { on: { documentId: other }, email, role: "view" }, "https://hall.example")),
  ]);
  const { rows } = await db.owner.query(
    "select count(distinct g.person_id)::int as people, count(*)::int as grants from document_grant g join person_identity i on i.person_id = g.person_id where i.value = $1",
    [email],
  );
  expect(rows).toEqual([{ people: 1, grants: 2 }]);
});

test("taken away, refused or run out, a letter opens nothing, and lets nobody into the hall any more", async () => {
  const { as, boss, share, token, hall, pass, comes } = await guestHall("invitation");
  const found = (which: string) => as(boss, (ctx) => findGuest(ctx, which));
  const [taken, refused, late] = [address(), address(), address()];
  const grantId = await share(boss, taken);
  const before = await found(await token(taken));
  await as(boss, (ctx) => revokeGrant(ctx, { grantId }));
  expect(await found(await token(taken))).toBeNull();
  expect(await comes(taken, before?.invitationId ?? null)).toEqual({ kind: "invitation-needed" });

  await share(boss, refused);
  const said = await token(refused);
  await hall.inside((ctx) => refuseGuest(ctx, said));
  expect(await found(said)).toBeNull();
  await rejects(
    hall.inside((ctx) => refuseGuest(ctx, said)),
    { code: "people.link-gone" },
  );
  const told = await db.owner.query(
    "select count(*)::int as count from audit_entry where action = 'document.share-refused'",
  );
  expect(told.rows).toEqual([{ count: 1 }]);

  await share(boss, late, { expiresAt: new Date("2026-03-03T00:00:00Z") });
  expect(await found(await token(late))).not.toBeNull();
  pass(24 * 60);
  expect(await found(await token(late))).toBeNull();
  expect(await found("nothing-is-behind-this")).toBeNull();
});

test("who may not let members in shares where the hall's door decides, and not where only invitations open it", async () => {
  const { lin, share, token, hall } = await guestHall("approval");
  const email = address();
  await share(lin, email);
  expect(await hall.inside(async (ctx) => findGuest(ctx, await token(email)))).toMatchObject({ invitationId: null });
  const closed = await guestHall("invitation");
  const nobody = address();
  await rejects(closed.share(closed.lin, nobody), { code: "docs.guest-uninvitable" });
  const left = await db.owner.query("select from person_identity where value = $1", [nobody]);
  expect(left.rowCount).toBe(0);
});

test("only who manages a document and keeps people's records shares by mail; what is malformed is said", async () => {
  const { boss, chen, somebody, share } = await guestHall();
  const viewer = await somebody("只看", "viewer");
  const mei = await somebody("梅", "staff");
  await rejects(share(viewer, address()), { code: "core.forbidden" });
  await rejects(share(chen, address()), { code: "core.not-found" });
  await rejects(share(mei, address()), { code: "core.forbidden" });
  for (const email of ["nonsense", "a@b", `${"a".repeat(300)}@example.com`])
    await expect(share(boss, email)).rejects.toThrow("people.email-malformed");
  await rejects(share(boss, address(), { expiresAt: new Date("2026-03-01T00:00:00Z") }), { code: "docs.expiry-past" });
});
