import { rejects } from "node:assert/strict";
import { clockAt } from "@guildhall/core";
import { testNow, useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { changeRole } from "../staff/change-role.ts";
import { leaveHall } from "../staff/leave-hall.ts";
import { openAccountsOf } from "../staff/open-accounts.ts";
import { removeStaff } from "../staff/remove-staff.ts";
import { expectNoToken } from "../test/expect-no-token.ts";
import { door, type Member, type StaffedHall, staffedHall } from "../test/given-staff.ts";
import { mailedToken, tokenOf } from "../test/mailed-token.ts";
import { findOffer, listInvitations } from "./invitation.queries.ts";
import { inviteByLink } from "./invite-by-link.ts";
import { inviteByMail } from "./invite-by-mail.ts";
import { resendInvitation } from "./resend-invitation.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

const db = useDatabase();
const page = { size: 50, cursor: null };
const soon = (minutes: number) => clockAt(new Date(testNow.getTime() + minutes * 60_000));

const invite = (hall: StaffedHall, by: Member, addresses: string, role = "staff") =>
  hall.inside((ctx) => inviteByMail(ctx, { addresses, role }, door), by.actor);
const makeLink = (hall: StaffedHall, by: Member, input: object = {}) =>
  hall.inside((ctx) => inviteByLink(ctx, { role: "staff", maxUses: 5, days: 7, ...input }, door), by.actor);
const open = async (hall: StaffedHall, by: Member) =>
  (await hall.inside((ctx) => listInvitations(ctx, page, door), by.actor)).rows;
const offer = (hall: StaffedHall, token: string, minutes = 0) =>
  hall.inside((ctx) => findOffer(ctx, token), undefined, soon(minutes));

test("a pasted list is invited whole: a mail each, a fact each, a place in the list each", async () => {
  const hall = await staffedHall(db);
  const owner = await hall.somebody("owner", "林乔");
  expect(await invite(hall, owner, "Li Lei <li@x.example>, han@x.example；\n王 <w@x.example>", "manager")).toBe(3);
  expect(await open(hall, owner)).toMatchObject(
    [
      { email: "w@x.example", fullName: "王" },
      { email: "han@x.example", fullName: null },
      { email: "li@x.example", fullName: "Li Lei" },
    ].map((each) => ({ ...each, role: "manager", state: "waiting", inviterName: "林乔", link: null, bounced: false })),
  );
  const { rows } = await db.owner.query(
    "select recipient, locale, template from message where tenant_id = $1 order by recipient",
    [hall.tenant.id],
  );
  expect(rows).toMatchObject(
    ["han", "li", "w"].map((each) => ({ recipient: `${each}@x.example`, template: "invitation" })),
  );
  const facts = await db.owner.query("select from fact where tenant_id = $1 and name = 'people.staff-invited'", [
    hall.tenant.id,
  ]);
  expect(facts.rowCount).toBe(3);
});

test("whoever is on the staff or waits is named, and nobody of that list is invited", async () => {
  const hall = await staffedHall(db);
  const owner = await hall.somebody("owner");
  await invite(hall, owner, "waits@x.example");
  await rejects(invite(hall, owner, `new@x.example, ${owner.email.toUpperCase()}, waits@x.example`), {
    code: "people.invitees-refused",
    fields: {
      addresses: [
        `people.invitee-staff?address=${encodeURIComponent(owner.email)}`,
        "people.invitee-invited?address=waits%40x.example",
      ],
    },
  });
  expect(await open(hall, owner)).toHaveLength(1);
});

test("a member of the community is no staff, and may be invited", async () => {
  const hall = await staffedHall(db);
  const [owner, member] = [await hall.somebody("owner"), await hall.somebody(null)];
  expect(await invite(hall, owner, member.email)).toBe(1);
});

test("nobody is promised a seat that is not there", async () => {
  const hall = await staffedHall(db, 3);
  const owner = await hall.somebody("owner");
  await invite(hall, owner, "one@x.example");
  await rejects(invite(hall, owner, "two@x.example, three@x.example"), {
    code: "people.seats-short",
    fields: { addresses: "people.seats-short?free=1&wanted=2" },
  });
  await invite(hall, owner, "two@x.example");
});

describe("who may invite whom", () => {
  test.each([
    ["owner", ["admin", "manager", "staff", "viewer"]],
    ["admin", ["admin", "manager", "staff", "viewer"]],
    ["manager", []],
    ["staff", []],
    ["viewer", []],
  ] as const)("%s: %s", async (role, allowed) => {
    const hall = await staffedHall(db);
    const by = await hall.somebody(role);
    for (const given of ["owner", "admin", "manager", "staff", "viewer"]) {
      const both = [invite(hall, by, `${given}@x.example`, given), makeLink(hall, by, { role: given })];
      const outcome = allowed.some((each) => each === given) ? "fulfilled" : "rejected";
      expect(await Promise.allSettled(both)).toMatchObject([{ status: outcome }, { status: outcome }]);
    }
    const { rows } = await db.owner.query("select count(*)::int as n from invitation where tenant_id = $1", [
      hall.tenant.id,
    ]);
    expect(rows).toEqual([{ n: allowed.length * 2 }]);
  });
});

test("no token is kept where somebody could read it, and a link can be shown again", async () => {
  const hall = await staffedHall(db);
  const owner = await hall.somebody("owner");
  await invite(hall, owner, "li@x.example");
  await makeLink(hall, owner);
  const token = await mailedToken(db, hall, "li@x.example");
  const [link] = await open(hall, owner);
  expect(link?.link).toMatch(/^https:\/\/guildhall\.example\/join\/t-[0-9a-f]+\/[\w-]{43}$/);
  await expectNoToken(db, [token, tokenOf(link?.link)]);
  expect(await offer(hall, token)).toMatchObject({ email: "li@x.example", state: "waiting" });
  expect(await offer(hall, tokenOf(link?.link))).toMatchObject({ email: null, state: "waiting" });
});

test("a token opens nothing in the next hall", async () => {
  const [hall, other] = [await staffedHall(db), await staffedHall(db)];
  await invite(hall, await hall.somebody("owner"), "li@x.example");
  expect(await offer(other, await mailedToken(db, hall, "li@x.example"))).toBeNull();
});

test("an invitation runs out, and can be sent again with a new link; the old one is dead", async () => {
  const hall = await staffedHall(db);
  const owner = await hall.somebody("owner");
  await invite(hall, owner, "li@x.example");
  const first = await mailedToken(db, hall, "li@x.example");
  const later = 15 * 24 * 60;
  expect((await offer(hall, first, later))?.state).toBe("expired");
  const [waiting] = await open(hall, owner);
  const resend = (minutes: number) =>
    hall.inside((ctx) => resendInvitation(ctx, { invitationId: waiting?.id }, door), owner.actor, soon(minutes));
  await rejects(resend(0), { code: "people.invitation-just-sent" });
  await resend(later);
  expect(await offer(hall, first, later)).toBeNull();
  expect((await offer(hall, await mailedToken(db, hall, "li@x.example"), later))?.state).toBe("waiting");
});

test("what ran out makes way for a new invitation to the same mailbox", async () => {
  const hall = await staffedHall(db);
  const owner = await hall.somebody("owner");
  await invite(hall, owner, "li@x.example");
  await hall.inside(
    (ctx) => inviteByMail(ctx, { addresses: "li@x.example", role: "viewer" }, door),
    owner.actor,
    soon(15 * 24 * 60),
  );
  expect(await open(hall, owner)).toMatchObject([{ role: "viewer" }]);
});

test("a withdrawn invitation opens nothing; another hall's is not there", async () => {
  const [hall, other] = [await staffedHall(db), await staffedHall(db)];
  const [owner, stranger] = [await hall.somebody("owner"), await other.somebody("owner")];
  const id = await makeLink(hall, owner);
  const [link] = await open(hall, owner);
  await rejects(
    other.inside((ctx) => revokeInvitation(ctx, { invitationId: id }), stranger.actor),
    { kind: "not-found" },
  );
  await hall.inside((ctx) => revokeInvitation(ctx, { invitationId: id }), owner.actor);
  await hall.inside((ctx) => revokeInvitation(ctx, { invitationId: id }), owner.actor);
  expect((await offer(hall, tokenOf(link?.link)))?.state).toBe("withdrawn");
  expect(await open(hall, owner)).toEqual([]);
});

describe("nobody comes back by what they gave themselves", () => {
  test("whoever is removed takes their invitations along, and every link with them", async () => {
    const hall = await staffedHall(db);
    const [owner, admin] = [await hall.somebody("owner"), await hall.somebody("admin")];
    await invite(hall, admin, "friend@x.example", "admin");
    await invite(hall, owner, "kept@x.example");
    await makeLink(hall, admin);
    await makeLink(hall, owner);
    await hall.inside(
      (ctx) => removeStaff(ctx, { personId: admin.personId }, openAccountsOf(db.database)),
      owner.actor,
    );
    expect(await open(hall, owner)).toMatchObject([{ email: "kept@x.example" }]);
  });

  test("whoever leaves takes theirs along", async () => {
    const hall = await staffedHall(db);
    const [owner, admin] = [await hall.somebody("owner"), await hall.somebody("admin")];
    await makeLink(hall, admin);
    await makeLink(hall, owner);
    await hall.inside((ctx) => leaveHall(ctx, {}, openAccountsOf(db.database)), admin.actor);
    expect(await open(hall, owner)).toHaveLength(1);
  });

  test("whoever is made less keeps none that they could not give", async () => {
    const hall = await staffedHall(db);
    const [owner, admin] = [await hall.somebody("owner"), await hall.somebody("admin")];
    await makeLink(hall, admin, { role: "viewer" });
    await hall.inside(
      (ctx) => changeRole(ctx, { personId: admin.personId, role: "manager" }, openAccountsOf(db.database)),
      owner.actor,
    );
    expect(await open(hall, owner)).toEqual([]);
  });
});
