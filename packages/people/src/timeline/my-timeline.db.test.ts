import { rejects } from "node:assert/strict";
import { newId } from "@guildhall/core";
import { actorWith, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { listMyTimeline } from "./my-timeline.queries.ts";
import { register, timelineOf } from "./test/timeline-of.ts";

const db = useDatabase();

async function hallOfTwo() {
  const hall = await given(db).tenant();
  const [me, other] = [await hall.person("何小满"), await hall.person("Lin")];
  const at = timelineOf(db, hall);
  const mine = (size = 50, cursor: string | null = null, as = me) =>
    hall.inside((ctx) => listMyTimeline(ctx, register, { size, cursor }), actorWith(as));
  return { hall, me, other, mine, ...at };
}

const namesOf = ({ rows }: { rows: readonly { name: string }[] }) => rows.map(({ name }) => name);

test("a member reads what is theirs: that they came, what they were sent, what they agreed to, what they did", async () => {
  const { me, other, mine, happens, settle } = await hallOfTwo();
  await happens("people.person-created", { personId: me, changeSetId: newId() }, actorWith(other));
  await happens("people.member-joined", { personId: me });
  const identityId = newId<"person_identity">();
  await happens(
    "people.identity-added",
    { personId: me, identityId, kind: "email", source: "import" },
    actorWith(other),
  );
  await happens(
    "people.consent-changed",
    { personId: me, identityId, purpose: "events", granted: true },
    actorWith(me),
  );
  await happens("people.person-updated", { personId: me, fields: ["fullName"] }, actorWith(me));
  await happens("people.role-changed", { personId: me, from: "viewer", to: "staff" }, actorWith(other));
  await settle();
  expect((await mine()).rows.map(({ name, byMe, told }) => ({ name, byMe, told }))).toEqual([
    { name: "people.role-changed", byMe: false, told: { from: "viewer", to: "staff" } },
    { name: "people.person-updated", byMe: true, told: {} },
    { name: "people.consent-changed", byMe: true, told: { purpose: "events", granted: true } },
    { name: "people.identity-added", byMe: false, told: { kind: "email" } },
    { name: "people.member-joined", byMe: false, told: {} },
    { name: "people.person-created", byMe: false, told: {} },
  ]);
});

test("what staff do and keep for themselves is not on it, and no id of anybody else", async () => {
  const { hall, me, other, mine, happens, batch, merge, settle, read } = await hallOfTwo();
  const twin = await hall.person("He Xiaoman");
  const by = actorWith(other);
  await happens("people.person-updated", { personId: me, fields: ["stage", "ownerId"] }, by);
  await happens("people.person-tagged", { personId: me, tagIds: [newId()] }, by);
  await happens("people.person-related", { personId: other, toPersonId: me, kind: "knows" }, by);
  await happens("people.position-taken", { personId: me, companyId: newId(), affiliationId: newId() }, by);
  await happens("people.audience-joined", { personId: me, audienceId: newId() }, by);
  await happens("people.people-merged", { keptId: me, mergedId: twin }, by);
  await happens("tenancy.owner-changed", { tenantId: hall.tenant.id, fromPersonId: me, toPersonId: other });
  await happens("people.member-joined", { personId: twin }, by);
  await batch([me, other], false);
  await merge(twin, me);
  await settle();
  expect((await read(me)).rows.length).toBeGreaterThan(8);
  const page = await mine();
  expect(namesOf(page)).toEqual(["people.member-joined"]);
  expect(JSON.stringify(page)).not.toContain(other);
});

test("whose own line it is hears that it came; of what staff keep for themselves, nobody but staff", async () => {
  const { hall, me, other, happens, merge, settle } = await hallOfTwo();
  const twin = await hall.person("He Xiaoman");
  const by = actorWith(other);
  await merge(twin, me);
  const told = async () => {
    await settle();
    const { rows } = await db.owner.query(
      `delete from graphile_worker._private_jobs j where payload->>'tenantId' = $1 and payload->'memberIds' is not null
       returning payload->'memberIds' as members`,
      [hall.tenant.id],
    );
    return rows.flatMap(({ members }) => members);
  };
  await happens("people.person-tagged", { personId: me, tagIds: [newId()] }, by);
  await happens("people.person-updated", { personId: me, fields: ["stage"] }, by);
  expect(await told()).toEqual([]);
  await happens("people.person-updated", { personId: me, fields: ["fullName"] }, actorWith(me));
  expect(await told()).toEqual([me]);
  await happens("people.member-joined", { personId: twin }, by);
  expect(await told()).toEqual([me]);
});

test("nobody reads anybody else's, and a stranger to the hall has none", async () => {
  const { hall, me, other, mine, happens, settle } = await hallOfTwo();
  await happens("people.member-joined", { personId: me });
  await settle();
  expect((await mine(50, null, other)).rows).toEqual([]);
  const neighbour = await given(db).tenant();
  await rejects(
    neighbour.inside((ctx) => listMyTimeline(ctx, register, { size: 5, cursor: null }), actorWith(me)),
    { code: "core.not-found" },
  );
  await rejects(
    hall.inside((ctx) => listMyTimeline(ctx, register, { size: 5, cursor: null })),
    { code: "core.not-found" },
  );
});

test("it pages without a gap over what is the staff's", async () => {
  const { me, other, mine, happens, settle } = await hallOfTwo();
  for (let n = 0; n < 7; n++) {
    await happens("people.person-updated", { personId: me, fields: [] }, actorWith(n % 2 ? me : other));
    await happens("people.member-joined", { personId: me });
  }
  await settle();
  const whole = (await mine()).rows;
  expect(whole).toHaveLength(10);
  const seen: unknown[] = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const page = await mine(3, cursor);
    seen.push(...page.rows);
    cursor = page.next;
    more = cursor !== null;
  }
  expect(seen).toEqual(whole);
});
