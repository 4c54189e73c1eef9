import { rejects } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainFromRichText, type RichText, richTextFromPlain } from "@guildhall/core";
import { diskStore, receiveFile } from "@guildhall/files";
import { actorWith, testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { mentioning } from "../test/mentioning.ts";
import { subjects, workingHall } from "../test/working-hall.ts";
import { sweepRemoved } from "../upkeep/sweep-removed.ts";
import { workTrace } from "../upkeep/work-trace.ts";
import { addNote } from "./add-note.ts";
import { changeNote } from "./change-note.ts";
import { getNote, listPinned, mayViewNote } from "./note.queries.ts";
import { pinNote } from "./pin-note.ts";
import { removeNote, restoreNote } from "./remove-note.ts";

const db = useDatabase();
const words = (text: RichText | null) => (text ? plainFromRichText(text) : null);

test("a call is written down with when it was, how long, which way and what came of it", async () => {
  const { hall, lin, chen, asLin, note } = await workingHall(db);
  const id = await note("She would bring two friends.", {
    kind: "call",
    happenedAt: "2026-03-02T16:30",
    happenedAtZone: "Asia/Shanghai",
    minutes: "12",
    direction: "out",
    outcome: "reached",
  });
  expect(await asLin((ctx) => getNote(ctx, subjects, id))).toMatchObject({
    kind: "call",
    subject: { type: "person", id: chen },
    happenedAt: new Date("2026-03-02T08:30:00Z"),
    minutes: 12,
    direction: "out",
    outcome: "reached",
    author: { id: lin.personId, name: "林乔" },
    edited: false,
    mayEdit: true,
    pinned: false,
  });
  const { rows } = await db.owner.query("select action, person_id, after from audit_entry where tenant_id = $1", [
    hall.tenant.id,
  ]);
  expect(rows).toMatchObject([
    { action: "note.added", person_id: chen, after: { text: "She would bring two friends." } },
  ]);
});

test("what has no meaning for its kind falls away, and what cannot be is said beside its field", async () => {
  const { asLin, note } = await workingHall(db);
  const id = await note("A thought", { minutes: 5, direction: "in", outcome: "reached" });
  expect(await asLin((ctx) => getNote(ctx, subjects, id))).toMatchObject({
    minutes: null,
    direction: null,
    outcome: null,
  });
  await rejects(note("Later", { happenedAt: "2026-03-03T09:00", happenedAtZone: "UTC" }), {
    code: "work.not-yet",
    fields: { happenedAt: "work.not-yet" },
  });
  await rejects(note("x", { minutes: "many" }), { message: /work.minutes-malformed/ });
  for (const more of [
    { happenedAt: "yesterday" },
    { happenedAtZone: "Nowhere/Land" },
    { minutes: "many" },
    { minutes: 0 },
    { outcome: "bliss" },
    { body: "" },
    { body: { type: "doc", content: [{ type: "image" }] } },
    { body: richTextFromPlain("x".repeat(10_001)) },
    { body: richTextFromPlain("a\u202eb") },
  ])
    await expect(note("x", more)).rejects.toThrow();
});

test("nobody changes another's words but whoever manages the work; a viewer reads; a member is told of nothing", async () => {
  const { chen, colleague, as, note, hall } = await workingHall(db);
  const id = await note("Mine");
  const [other, manager, viewer] = [
    await colleague("A", "staff"),
    await colleague("B", "manager"),
    await colleague("C", "viewer"),
  ];
  const change = { noteId: id, body: richTextFromPlain("Theirs") };
  for (const act of [changeNote, removeNote] as const)
    await rejects(
      as(other.actor, (ctx) => act(ctx, subjects, change)),
      { code: "core.forbidden" },
    );
  await as(other.actor, (ctx) => pinNote(ctx, subjects, { noteId: id, pinned: true }));
  await rejects(
    as(viewer.actor, (ctx) => pinNote(ctx, subjects, { noteId: id, pinned: false })),
    { code: "core.forbidden" },
  );
  expect(await as(viewer.actor, (ctx) => getNote(ctx, subjects, id))).toMatchObject({ pinned: true, mayEdit: false });
  await rejects(note("No", {}, viewer.actor), { code: "core.forbidden" });
  await rejects(
    as(actorWith(chen), (ctx) => getNote(ctx, subjects, id)),
    { code: "core.not-found" },
  );
  await rejects(note("Me", {}, actorWith(chen)), { code: "core.not-found" });
  await as(manager.actor, (ctx) => changeNote(ctx, subjects, change));
  const { rows } = await db.owner.query(
    "select before, after from audit_entry where tenant_id = $1 and action = 'note.changed'",
    [hall.tenant.id],
  );
  expect(rows).toEqual([{ before: { text: "Mine" }, after: { text: "Theirs" } }]);
});

test("another hall's records and notes are not there", async () => {
  const { note, asLin } = await workingHall(db);
  const next = await workingHall(db);
  const id = await note("Ours");
  await rejects(note("x", { subjectId: next.chen }), { code: "core.not-found" });
  await rejects(note("x", { subjectType: "planet" }), { code: "core.not-found" });
  for (const act of [removeNote, restoreNote] as const)
    await rejects(
      next.asLin((ctx) => act(ctx, subjects, { noteId: id })),
      { code: "core.not-found" },
    );
  await rejects(
    next.asLin((ctx) => getNote(ctx, subjects, id)),
    { code: "core.not-found" },
  );
  expect(await asLin((ctx) => mayViewNote(ctx, subjects, id))).toBe(true);
  expect(await next.asLin((ctx) => mayViewNote(ctx, subjects, id))).toBe(false);
});

test("a removed note is gone from the timeline, comes back as it was, and is swept after 30 days", async () => {
  const { chen, asLin, note, pass, settle, timeline, lines, rebuild, facts } = await workingHall(db);
  const id = await note("Hello", { kind: "meeting" });
  await asLin((ctx) => pinNote(ctx, subjects, { noteId: id, pinned: true }));
  await settle();
  const before = await lines();
  await asLin((ctx) => removeNote(ctx, subjects, { noteId: id }));
  await settle();
  expect(await timeline(chen)).toEqual([]);
  expect(await asLin((ctx) => listPinned(ctx, subjects, [chen]))).toEqual([]);
  expect(await asLin((ctx) => mayViewNote(ctx, subjects, id))).toBe(false);
  await rejects(
    asLin((ctx) => changeNote(ctx, subjects, { noteId: id, body: richTextFromPlain("x") })),
    { code: "work.note-removed" },
  );
  await asLin((ctx) => restoreNote(ctx, subjects, { noteId: id }));
  await settle();
  expect(await lines()).toEqual(before);
  expect(await asLin((ctx) => listPinned(ctx, subjects, [chen]))).toMatchObject([{ id }]);
  await rebuild();
  expect(await lines()).toEqual(before);
  expect((await facts()).map(({ name }) => name)).toEqual([
    "work.note-added",
    "work.note-changed",
    "work.note-removed",
    "work.note-restored",
  ]);

  await asLin((ctx) => removeNote(ctx, subjects, { noteId: id }));
  const later = pass(31 * 24 * 60);
  await db.owner.query("update tenant set test_clock_at = $1", [later]);
  expect(await sweepRemoved(db.database)).toBe(1);
  expect(await sweepRemoved(db.database)).toBe(0);
  await settle();
  await rebuild();
  expect(await lines()).toEqual([]);
});

test("a note that took place at another time stands there", async () => {
  const { chen, asLin, note, settle, timeline } = await workingHall(db);
  const early = await note("First", { kind: "call", happenedAt: "2026-03-01T10:00", happenedAtZone: "UTC" });
  const late = await note("Second", { kind: "call" });
  await settle();
  expect((await timeline(chen)).map(({ id }) => id)).toEqual([late, early]);
  const heard = async () =>
    (await db.owner.query("select last_activity_at from person where id = $1", [chen])).rows[0].last_activity_at;
  expect(await heard()).toEqual(testNow);
  await asLin((ctx) =>
    changeNote(ctx, subjects, {
      noteId: late,
      kind: "call",
      body: richTextFromPlain("Second"),
      happenedAt: "2026-02-01T10:00",
      happenedAtZone: "UTC",
    }),
  );
  await settle();
  expect((await timeline(chen)).map(({ id }) => id)).toEqual([early, late]);
  expect(await heard()).toEqual(new Date("2026-03-01T10:00:00Z"));
});

test("erasing a person blanks what was written about them, and their name wherever they are mentioned", async () => {
  const { hall, chen, asLin, note } = await workingHall(db);
  const zhou = await hall.person("周浩宇");
  const about = await note("Secret");
  const elsewhere = await asLin((ctx) =>
    addNote(ctx, subjects, { subjectType: "person", subjectId: zhou, body: mentioning("person", chen) }),
  );
  await hall.inside(async (ctx) => {
    await workTrace.erase(ctx, { id: chen, ids: [chen], emails: [], phones: [] });
    await ctx.db.updateTable("person").set({ erased_at: ctx.clock.now() }).where("id", "=", chen).execute();
  });
  const { rows } = await db.owner.query("select body from note where id = $1", [about]);
  expect(rows).toEqual([{ body: null }]);
  expect(words((await asLin((ctx) => getNote(ctx, subjects, elsewhere))).body)).toBe("Ask @");
  await rejects(note("Again"), { code: "core.not-found" });
});

test("files come with a note, go one by one, and go with it when it is swept", async () => {
  const { hall, chen, asLin, pass } = await workingHall(db);
  const folder = mkdtempSync(join(tmpdir(), "gh-note-"));
  const store = diskStore(folder);
  const receive = (name: string) =>
    receiveFile(store, hall.tenant.id, { content: Buffer.from("周六见"), name, limitBytes: 1_000 });
  const note = { subjectType: "person", subjectId: chen, body: richTextFromPlain("See the list") };
  const received = [await receive("list.txt"), await receive("map.txt")];
  const noteId = await asLin((ctx) => addNote(ctx, subjects, note, received));
  const files = async () => (await asLin((ctx) => getNote(ctx, subjects, noteId))).files;
  const [first] = await files();
  expect((await files()).map(({ name }) => name)).toEqual(["list.txt", "map.txt"]);
  const more = await receive("more.txt");
  await asLin((ctx) => changeNote(ctx, subjects, { ...note, noteId }, { files: [more], keep: [first?.id] }));
  expect((await files()).map(({ name }) => name)).toEqual(["list.txt", "more.txt"]);
  const { rows } = await db.owner.query(
    "select before, after from audit_entry where tenant_id = $1 and action = 'note.changed'",
    [hall.tenant.id],
  );
  expect(rows).toEqual([{ before: { files: ["list.txt", "map.txt"] }, after: { files: ["list.txt", "more.txt"] } }]);
  await asLin((ctx) => removeNote(ctx, subjects, { noteId }));
  await db.owner.query("update tenant set test_clock_at = $1 where id = $2", [pass(31 * 24 * 60), hall.tenant.id]);
  await sweepRemoved(db.database);
  expect((await db.owner.query("select from file where subject_id = $1", [noteId])).rowCount).toBe(0);
  rmSync(folder, { recursive: true });
});
