import { rejects } from "node:assert/strict";
import { visitor } from "@guildhall/core";
import { actorWith, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { findMemberInvitation, listMemberInvitations } from "../invited/invitation.queries.ts";
import { inviteMembers, makeInvitationLink, revokeMemberInvitation } from "../invited/invite-members.ts";
import { givenDoor } from "../test/given-door.ts";
import { approveRequests, declineRequests } from "./decide-requests.ts";
import { leaveAsMember, removeMember } from "./end-membership.ts";
import { getMe, listMembers, listWaiting } from "./member.queries.ts";
import { setMyDetails } from "./set-my-details.ts";
import { withdrawRequest } from "./withdraw-request.ts";

const db = useDatabase();
const page = { size: 50, cursor: null };
const house = "https://hall.example";

test("an open hall lets a stranger in at once, as a person of their own with a proven address", async () => {
  const door = await givenDoor(db, "open");
  const comer = await door.comer();
  const outcome = await door.knock(comer);
  expect(outcome).toMatchObject({ kind: "joined", claimed: false });
  const { personId } = outcome as { personId: string };
  expect(await door.logins()).toEqual([{ user_id: comer.userId, person_id: personId }]);
  expect(await door.facts("people.member-joined")).toEqual([{ personId }]);
  const { rows } = await db.owner.query("select value, verified_at from person_identity where person_id = $1", [
    personId,
  ]);
  expect(rows).toMatchObject([{ value: comer.email, verified_at: expect.any(Date) }]);
  expect(await door.knock(comer)).toEqual({ kind: "member", personId });
});

test("whoever knocks from ten tabs at once is one person with one login", async () => {
  const door = await givenDoor(db, "open");
  const comer = await door.comer();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => door.knock(comer)));
  expect(outcomes.filter(({ kind }) => kind === "joined")).toHaveLength(1);
  expect(outcomes.filter(({ kind }) => kind === "member")).toHaveLength(9);
  expect(await door.logins()).toHaveLength(1);
  const { rows } = await db.owner.query("select id from person where full_name = $1 and tenant_id = $2", [
    comer.fullName,
    door.hall.tenant.id,
  ]);
  expect(rows).toHaveLength(1);
});

test("by approval one waits once, is told by mail, and is in; nobody without the permission decides or looks", async () => {
  const door = await givenDoor(db, "approval");
  const comer = await door.comer({ note: "去年跟队走过徽杭古道" });
  expect(await door.knock(comer)).toEqual({ kind: "waiting" });
  expect(await door.knock(comer)).toEqual({ kind: "waiting" });
  expect(await door.facts("people.join-requested")).toHaveLength(1);
  expect(await door.logins()).toEqual([]);

  const { rows: waiting } = await door.hall.inside((ctx) => listWaiting(ctx, page), door.keeper);
  expect(waiting).toMatchObject([{ fullName: comer.fullName, note: comer.note, reason: "approval" }]);
  const ids = waiting.map(({ id }) => id);
  const viewer = actorWith(await door.hall.person(), "people.view");
  await rejects(
    door.hall.inside((ctx) => approveRequests(ctx, ids, house), viewer),
    { code: "core.forbidden" },
  );
  await rejects(
    door.hall.inside((ctx) => declineRequests(ctx, ids), viewer),
    { code: "core.forbidden" },
  );
  await rejects(
    door.hall.inside(async (ctx) => listWaiting(ctx, page), viewer),
    { code: "core.forbidden" },
  );

  expect(await door.hall.inside((ctx) => approveRequests(ctx, ids, house), door.keeper)).toEqual({
    decided: 1,
    left: 0,
  });
  expect(await door.logins()).toMatchObject([{ user_id: comer.userId }]);
  expect(await door.mails()).toMatchObject([
    {
      recipient: comer.email,
      subject: "欢迎加入远山户外",
      input: { action: { url: `${house}/c/${door.hall.tenant.slug}` } },
    },
  ]);
  expect(await door.hall.inside((ctx) => approveRequests(ctx, ids, house), door.keeper)).toEqual({
    decided: 0,
    left: 1,
  });
});

test("two who approve the same requests at once let each in once", async () => {
  const door = await givenDoor(db, "approval");
  for (let n = 0; n < 6; n++) await door.knock(await door.comer());
  const { rows } = await door.hall.inside((ctx) => listWaiting(ctx, page), door.keeper);
  const ids = rows.map(({ id }) => id);
  const decided = await Promise.all(
    [ids, ids.toReversed()].map((each) => door.hall.inside((ctx) => approveRequests(ctx, each, house), door.keeper)),
  );
  expect(decided.reduce((sum, each) => sum + each.decided, 0)).toBe(6);
  expect(await door.logins()).toHaveLength(6);
  expect(await door.mails()).toHaveLength(6);
});

test("a no is told, and stands for a month", async () => {
  const door = await givenDoor(db, "approval");
  const comer = await door.comer();
  await door.knock(comer);
  const { rows } = await door.hall.inside((ctx) => listWaiting(ctx, page), door.keeper);
  await door.hall.inside(
    (ctx) =>
      declineRequests(
        ctx,
        rows.map(({ id }) => id),
      ),
    door.keeper,
  );
  expect(await door.mails()).toMatchObject([{ recipient: comer.email }]);
  expect(await door.facts("people.join-declined")).toHaveLength(1);
  expect(await door.knock(comer)).toEqual({ kind: "declined" });
  expect(await door.knock(comer, { daysLater: 31 })).toEqual({ kind: "waiting" });
});

test("somebody else's requests, invitations and members are not there", async () => {
  const [mine, theirs] = [await givenDoor(db, "approval"), await givenDoor(db, "approval")];
  await theirs.knock(await theirs.comer());
  const { rows } = await theirs.hall.inside((ctx) => listWaiting(ctx, page), theirs.keeper);
  const ids = rows.map(({ id }) => id);
  expect(await mine.hall.inside((ctx) => approveRequests(ctx, ids, house), mine.keeper)).toEqual({
    decided: 0,
    left: 1,
  });
  const token = await theirs.hall.inside((ctx) => makeInvitationLink(ctx, 5), theirs.keeper);
  expect(await mine.hall.inside((ctx) => findMemberInvitation(ctx, token))).toBeNull();
  expect(await theirs.logins()).toEqual([]);
});

test("by invitation nobody comes in without one, and one for five is good for five", async () => {
  const door = await givenDoor(db, "invitation");
  expect(await door.knock(await door.comer())).toEqual({ kind: "invitation-needed" });
  const token = await door.hall.inside((ctx) => makeInvitationLink(ctx, 5), door.keeper);
  const invitation = await door.hall.inside((ctx) => findMemberInvitation(ctx, token));
  if (!invitation) return expect.unreachable("the link opens nothing");
  const comers = await Promise.all(Array.from({ length: 9 }, () => door.comer()));
  const outcomes = await Promise.all(comers.map((comer) => door.knock(comer, { invitationId: invitation.id })));
  expect(outcomes.filter(({ kind }) => kind === "joined")).toHaveLength(5);
  expect(outcomes.filter(({ kind }) => kind === "invitation-needed")).toHaveLength(4);
  expect(await door.hall.inside((ctx) => findMemberInvitation(ctx, token))).toBeNull();
});

test("an invitation that was taken back or has run out opens nothing; its token is nowhere in the database", async () => {
  const door = await givenDoor(db, "invitation");
  const token = await door.hall.inside((ctx) => makeInvitationLink(ctx, 5), door.keeper);
  const invitation = await door.hall.inside((ctx) => findMemberInvitation(ctx, token));
  if (!invitation) return expect.unreachable("the link opens nothing");
  const { rows } = await db.owner.query("select i::text as row from member_invitation i where id = $1", [
    invitation.id,
  ]);
  expect(rows[0].row).not.toContain(token);
  expect(await door.knock(await door.comer(), { invitationId: invitation.id, daysLater: 31 })).toEqual({
    kind: "invitation-needed",
  });
  await door.hall.inside((ctx) => revokeMemberInvitation(ctx, invitation.id), door.keeper);
  expect(await door.knock(await door.comer(), { invitationId: invitation.id })).toEqual({ kind: "invitation-needed" });
});

test("invitations by mail go to each address once; members are left out, an earlier link is taken back", async () => {
  const door = await givenDoor(db, "open");
  const member = await door.comer();
  await door.knock(member);
  const emails = `a@example.com, B@example.com；a@example.com\n${member.email}`;
  const send = () => door.hall.inside((ctx) => inviteMembers(ctx, { emails }, house), door.keeper);
  expect(await send()).toEqual({ invited: 2, already: 1 });
  expect((await door.mails()).map(({ recipient }) => recipient).toSorted()).toEqual(["a@example.com", "b@example.com"]);
  await send();
  expect((await door.hall.inside((ctx) => listMemberInvitations(ctx, page), door.keeper)).rows).toHaveLength(2);
  await rejects(door.hall.inside((ctx) => inviteMembers(ctx, { emails: "a@example.com, nobody" }, house), door.keeper));
  await rejects(
    door.hall.inside((ctx) => inviteMembers(ctx, { emails }, house), actorWith(await door.hall.person())),
    {
      code: "core.not-found",
    },
  );
});

test("whoever was shown out is out at once, and comes back only if staff agree", async () => {
  const door = await givenDoor(db, "open");
  const comer = await door.comer();
  const outcome = await door.knock(comer);
  if (outcome.kind !== "joined") return expect.unreachable("not in");
  expect((await door.hall.inside((ctx) => listMembers(ctx, page), door.keeper)).rows).toMatchObject([
    { id: outcome.personId, email: comer.email },
  ]);
  await door.hall.inside((ctx) => removeMember(ctx, outcome.personId), door.keeper);
  expect(await door.logins()).toEqual([]);
  expect(await door.facts("people.member-removed")).toEqual([{ personId: outcome.personId }]);
  await rejects(
    door.hall.inside((ctx) => removeMember(ctx, outcome.personId), door.keeper),
    { code: "core.not-found" },
  );

  expect(await door.knock(comer)).toEqual({ kind: "waiting" });
  const { rows } = await door.hall.inside((ctx) => listWaiting(ctx, page), door.keeper);
  expect(rows).toMatchObject([{ reason: "shown-out", claimsPersonId: outcome.personId }]);
  await door.hall.inside(
    (ctx) =>
      approveRequests(
        ctx,
        rows.map(({ id }) => id),
        house,
      ),
    door.keeper,
  );
  expect(await door.logins()).toEqual([{ user_id: comer.userId, person_id: outcome.personId }]);
});

test("staff are no members to be shown out, and do not leave by the portal", async () => {
  const door = await givenDoor(db, "open");
  const comer = await door.comer();
  const outcome = await door.knock(comer);
  if (outcome.kind !== "joined") return expect.unreachable("not in");
  const { personId } = outcome;
  await db.owner.query("insert into membership values ($1, $2, 'viewer', now())", [door.hall.tenant.id, personId]);
  await rejects(
    door.hall.inside((ctx) => removeMember(ctx, personId), door.keeper),
    { code: "people.member-is-staff" },
  );
  const self = { ...actorWith(personId), userId: comer.userId };
  await rejects(
    door.hall.inside((ctx) => leaveAsMember(ctx), self),
    { code: "people.member-is-staff" },
  );
  expect((await door.hall.inside((ctx) => listMembers(ctx, page), door.keeper)).rows).toEqual([]);
});

test("a member corrects what is known of them, leaves, and is the same person when they come again", async () => {
  const door = await givenDoor(db, "open");
  const comer = await door.comer();
  const outcome = await door.knock(comer);
  if (outcome.kind !== "joined") return expect.unreachable("not in");
  const self = { ...actorWith(outcome.personId), userId: comer.userId };
  await door.hall.inside(
    (ctx) => setMyDetails(ctx, { fullName: "何小滿", locale: "en", timeZone: "Asia/Taipei" }),
    self,
  );
  expect(await door.hall.inside((ctx) => getMe(ctx), self)).toMatchObject({
    fullName: "何小滿",
    locale: "en",
    timeZone: "Asia/Taipei",
    identities: [{ kind: "email", value: comer.email }],
  });
  await door.hall.inside((ctx) => leaveAsMember(ctx), self);
  expect(await door.logins()).toEqual([]);
  await rejects(
    door.hall.inside((ctx) => getMe(ctx), self),
    { code: "core.not-found" },
  );
  expect(await door.knock(comer)).toEqual({ kind: "joined", personId: outcome.personId, claimed: true });
});

test("whoever waits may take it back: nothing of theirs is kept, staff have nobody to decide about, and they may knock again", async () => {
  const door = await givenDoor(db, "approval");
  const [comer, other] = [await door.comer({ note: "去年跟队走过徽杭古道" }), await door.comer()];
  for (const each of [comer, other]) await door.knock(each);
  const waiting = async () =>
    (await door.hall.inside((ctx) => listWaiting(ctx, page), door.keeper)).rows.map(({ email }) => email);
  const [first] = (await door.hall.inside((ctx) => listWaiting(ctx, page), door.keeper)).rows;
  await door.hall.inside((ctx) => withdrawRequest(ctx, comer.userId), visitor);
  await door.hall.inside((ctx) => withdrawRequest(ctx, comer.userId), visitor);
  expect(await waiting()).toEqual([other.email]);
  expect(await door.facts("people.join-withdrawn")).toEqual([{ joinRequestId: first?.id }]);
  expect(await door.hall.inside((ctx) => approveRequests(ctx, [first?.id], house), door.keeper)).toEqual({
    decided: 0,
    left: 1,
  });
  expect(await door.logins()).toEqual([]);
  const { rows } = await db.owner.query("select action, before, after from audit_entry where subject_id = $1", [
    first?.id,
  ]);
  expect(rows).toEqual([
    { action: "join-request.withdrawn", before: { state: "waiting" }, after: { state: "withdrawn" } },
  ]);
  expect(await door.knock(comer)).toEqual({ kind: "waiting" });
});

test("of taking back and letting in at once one happens", async () => {
  for (let round = 0; round < 5; round++) {
    const door = await givenDoor(db, "approval");
    const comer = await door.comer();
    await door.knock(comer);
    const [request] = (await door.hall.inside((ctx) => listWaiting(ctx, page), door.keeper)).rows;
    const [approved] = await Promise.all([
      door.hall.inside((ctx) => approveRequests(ctx, [request?.id], house), door.keeper),
      door.hall.inside((ctx) => withdrawRequest(ctx, comer.userId), visitor),
    ]);
    expect(await door.logins()).toHaveLength(approved.decided);
    expect(await door.facts("people.join-withdrawn")).toHaveLength(1 - approved.decided);
  }
});
