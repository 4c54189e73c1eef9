import { rejects } from "node:assert/strict";
import { type Id, newId } from "@guildhall/core";
import { readFacts } from "@guildhall/jobs";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { peopleTimeline } from "./items/people-items.ts";
import { timelineOf } from "./test/timeline-of.ts";
import { listCompanyTimeline } from "./timeline.queries.ts";
import { openTimelineRegister } from "./timeline-register.ts";
import { timelineTrace } from "./timeline-trace.ts";
import { writeBatch } from "./write-batch.ts";

const db = useDatabase();

async function hallWith(people = 2) {
  const hall = await given(db).tenant();
  const ids: Id<"person">[] = [];
  for (let n = 0; n < people; n++) ids.push(await hall.person(`Person ${n}`));
  return { hall, ids, ...timelineOf(db, hall) };
}

const one = (ids: readonly Id<"person">[], at = 0): Id<"person"> => {
  const id = ids[at];
  if (!id) throw new Error("so many people there are not");
  return id;
};
const namesOf = ({ rows }: { rows: readonly { name: string }[] }) => rows.map(({ name }) => name);

test("what happens to somebody is on their timeline, newest first, with who did it and what they are called", async () => {
  const { ids, happens, settle, read } = await hallWith();
  const [chen, lin] = [one(ids), one(ids, 1)];
  await happens("people.person-created", { personId: chen, changeSetId: null }, actorWith(lin));
  await happens("people.person-updated", { personId: chen, fields: ["fullName"] }, actorWith(lin));
  await happens("people.role-changed", { personId: lin, from: "staff", to: "manager" });
  await settle();
  const page = await read(chen);
  expect(namesOf(page)).toEqual(["people.person-updated", "people.person-created"]);
  expect(page.rows[0]).toMatchObject({ kind: "record", actorPersonId: lin, payload: { fields: ["fullName"] } });
  expect(page.names).toMatchObject({ [lin]: { type: "person", name: "Person 1" } });
  expect(namesOf(await read(lin))).toEqual(["people.role-changed"]);
});

test("a fact that concerns two people is a line for each, and says which of them they were", async () => {
  const { hall, ids, happens, settle, read } = await hallWith();
  const [from, to] = [one(ids), one(ids, 1)];
  await happens("tenancy.owner-changed", { tenantId: hall.tenant.id, fromPersonId: from, toPersonId: to });
  await settle();
  expect((await read(from)).rows).toMatchObject([{ payload: { as: "from", toPersonId: to } }]);
  expect((await read(to)).rows).toMatchObject([{ payload: { as: "to", fromPersonId: from } }]);
});

test("kinds are asked for one by one or several together, and pages go on where the last one ended", async () => {
  const { ids, happens, settle, read } = await hallWith();
  const chen = one(ids);
  for (let n = 0; n < 12; n++) {
    await happens("people.person-updated", { personId: chen, fields: [] });
    if (n % 3 === 0) await happens("people.role-changed", { personId: chen, from: "staff", to: "viewer" });
  }
  await settle();
  expect((await read(chen, { kinds: ["membership"] })).rows).toHaveLength(4);
  expect((await read(chen, { kinds: ["membership", "record", "orders"] })).rows).toHaveLength(16);
  const whole = (await read(chen)).rows;
  for (const size of [1, 3, 5, 16]) {
    const seen: unknown[] = [];
    for (let cursor: string | null = null, more = true; more; ) {
      const page = await read(chen, { page: { size, cursor } });
      seen.push(...page.rows);
      cursor = page.next;
      more = cursor !== null;
    }
    expect(seen).toEqual(whole);
  }
  await rejects(read(chen, { page: { size: 5, cursor: "eyJhdCI6Im5vIn0" } }), { code: "core.cursor-malformed" });
  const misfit = Buffer.from(JSON.stringify({ at: "no day", id: newId() })).toString("base64url");
  await rejects(read(chen, { page: { size: 5, cursor: misfit } }), { code: "core.cursor-malformed" });
});

test("a line stands once, however often its fact is handled", async () => {
  const { ids, happens, settle, dump } = await hallWith();
  await happens("people.person-updated", { personId: one(ids), fields: [] });
  await settle();
  const before = await dump();
  await db.owner.query(
    `insert into delivery (tenant_id, fact_id, handler, ordered, subject_id, due_at, created_at)
     select tenant_id, id, 'people.timeline', false, subject_id, occurred_at, occurred_at from fact`,
  );
  await settle();
  expect(await dump()).toEqual(before);
});

test("two records that are one have one timeline, in which what concerned both is one line", async () => {
  const { hall, ids, happens, settle, read, merge } = await hallWith(3);
  const [kept, merged, other] = [one(ids), one(ids, 1), one(ids, 2)];
  await happens("people.person-created", { personId: kept, changeSetId: null });
  await happens("people.person-created", { personId: merged, changeSetId: null });
  await happens("tenancy.owner-changed", { tenantId: hall.tenant.id, fromPersonId: kept, toPersonId: merged });
  await happens("people.person-created", { personId: other, changeSetId: null });
  await settle();
  await merge(merged, kept);
  const united = await read(kept);
  expect(namesOf(united)).toEqual(["tenancy.owner-changed", "people.person-created", "people.person-created"]);
  expect(united.rows[0]?.payload).toMatchObject({ as: "from" });
  expect(united.subjects).toEqual([kept, merged]);
  expect(await read(merged)).toEqual(united);
  expect((await read(kept, { page: { size: 1, cursor: null } })).next).not.toBeNull();
  await merge(merged, null);
  expect(namesOf(await read(merged))).toEqual(["tenancy.owner-changed", "people.person-created"]);
});

test("somebody was last heard of when they did something, over all their records; staff edits and imports are not that", async () => {
  const { ids, happens, batch, settle, merge } = await hallWith();
  const [kept, merged] = [one(ids), one(ids, 1)];
  const heard = async (id: Id<"person">): Promise<Date | null> =>
    (await db.owner.query("select last_activity_at from person where id = $1", [id])).rows[0].last_activity_at;
  await happens("people.person-updated", { personId: kept, fields: [] }, actorWith(merged));
  await batch([kept, merged], true);
  await settle();
  expect(await heard(kept)).toBeNull();
  await happens("people.member-joined", { personId: kept });
  await happens("people.member-joined", { personId: merged });
  await settle();
  const [own, later] = [await heard(kept), await heard(merged)];
  expect(own && later && own < later).toBe(true);
  await merge(merged, kept);
  expect(await heard(kept)).toEqual(later);
  await merge(merged, null);
  expect([await heard(kept), await heard(merged)]).toEqual([own, later]);
});

test("a batch is a line for everybody whom it touched, whatever their number, and another for its undoing", async () => {
  const { hall, ids, batch, happens, settle, read, inside } = await hallWith(3);
  const [made, changed, apart] = [one(ids), one(ids, 1), one(ids, 2)];
  const set = await batch([made], true);
  await batch([made, changed], false);
  await inside((ctx) =>
    ctx.db
      .insertInto("change_set_item")
      .values({
        tenant_id: hall.tenant.id,
        change_set_id: set,
        subject_type: "person_identity",
        subject_id: newId(),
        person_id: changed,
        after: "{}",
      })
      .execute(),
  );
  await settle();
  expect((await read(made)).rows.map(({ payload }) => payload.made)).toEqual([false, true]);
  expect((await read(changed)).rows.map(({ payload }) => payload.made)).toEqual([false, false]);
  expect((await read(apart)).rows).toEqual([]);
  await happens("tenancy.change-set-undone", { changeSetId: set });
  await settle();
  expect(namesOf(await read(changed))[0]).toBe("tenancy.change-set-undone");
  expect((await read(made, { kinds: ["imports"] })).rows).toHaveLength(2);
});

test("a batch is written step by step as it would be at once", async () => {
  const { hall, ids, batch, dump, settle } = await hallWith(5);
  const changeSetId = await batch(ids, true);
  await settle();
  const { lines } = await dump();
  await db.owner.query("delete from timeline_entry where tenant_id = $1", [hall.tenant.id]);
  const steps = await hall.inside(async (ctx) => {
    const [fact] = await readFacts(ctx, ["people.people-imported"], { after: null, limit: 1 });
    if (!fact) throw new Error("it was appended");
    let [count, place]: [number, Awaited<ReturnType<typeof writeBatch>>] = [0, null];
    do {
      place = await writeBatch(ctx, { fact, kind: "imports", changeSetId }, place, 2);
      count++;
    } while (place);
    return count;
  });
  expect(steps).toBe(3);
  expect((await dump()).lines).toEqual(lines);
});

test("another hall's people and companies have no timeline here", async () => {
  const { ids, happens, settle } = await hallWith();
  const neighbour = await given(db).tenant();
  await happens("people.person-created", { personId: one(ids), changeSetId: null });
  await settle();
  await rejects(timelineOf(db, neighbour).read(one(ids)), { code: "core.not-found" });
  await rejects(
    neighbour.inside((ctx) => listCompanyTimeline(ctx, newId(), { page: { size: 5, cursor: null } })),
    { code: "core.not-found" },
  );
});

test("somebody who was erased has no timeline, nothing is written to it again, and others read no name", async () => {
  const { hall, ids, happens, settle, read, rebuild } = await hallWith();
  const [gone, other] = [one(ids), one(ids, 1)];
  await happens("people.member-joined", { personId: gone });
  await happens("people.person-updated", { personId: other, fields: [] }, actorWith(gone));
  await settle();
  await hall.inside(async (ctx) => {
    await ctx.db.updateTable("person").set({ erased_at: ctx.clock.now() }).where("id", "=", gone).execute();
    await timelineTrace.erase(ctx, { id: gone, ids: [gone], emails: [], phones: [] });
  });
  await happens("people.member-removed", { personId: gone });
  await settle();
  await rebuild();
  expect((await read(gone)).rows).toEqual([]);
  expect((await read(other)).names).toEqual({ [other]: expect.objectContaining({ name: "Person 1" }) });
  const { rows } = await db.owner.query("select last_activity_at from person where id = $1", [gone]);
  expect(rows[0].last_activity_at).toBeNull();
});

test("two places of one fact are refused", () => {
  expect(() => openTimelineRegister([...peopleTimeline, ...peopleTimeline])).toThrow("two places");
});

test("whatever happens, in whatever order it is handled, the timeline is what its facts make of it anew", async () => {
  const deed = fc.record({
    what: fc.constantFrom("updates", "joins", "owner", "batch", "undo", "merge", "unmerge", "settle"),
    who: fc.nat(3),
    whom: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds) => {
      const at = await hallWith(4);
      const sets: Id<"change_set">[] = [];
      for (const { what, who, whom } of deeds) await act(at, sets, what, one(at.ids, who), one(at.ids, whom));
      await at.settle();
      const live = await at.dump();
      await at.rebuild();
      expect(await at.dump()).toEqual(live);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

type At = { hall: GivenTenant; ids: Id<"person">[] } & ReturnType<typeof timelineOf>;

async function act(at: At, sets: Id<"change_set">[], what: string, who: Id<"person">, whom: Id<"person">) {
  if (what === "updates") await at.happens("people.person-updated", { personId: who, fields: [] }, actorWith(whom));
  if (what === "joins") await at.happens("people.member-joined", { personId: who });
  if (what === "owner")
    await at.happens("tenancy.owner-changed", { tenantId: at.hall.tenant.id, fromPersonId: who, toPersonId: whom });
  if (what === "batch") sets.push(await at.batch([...new Set([who, whom])], who === whom));
  const set = sets.at(-1);
  if (what === "undo" && set) await at.happens("tenancy.change-set-undone", { changeSetId: set });
  if (what === "unmerge") await at.merge(who, null);
  if (what === "settle") await at.settle();
  if (what !== "merge" || who === whom) return;
  const { rows } = await db.owner.query(
    "select from person where tenant_id = $1 and (canonical_id in ($2, $3) or (id in ($2, $3) and canonical_id is not null))",
    [at.hall.tenant.id, who, whom],
  );
  if (rows.length === 0) await at.merge(who, whom);
}
