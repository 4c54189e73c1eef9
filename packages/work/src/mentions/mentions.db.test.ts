import { rejects } from "node:assert/strict";
import { newId, plainFromRichText, type RichText, richTextFromPlain } from "@guildhall/core";
import { actorWith, given, testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { addNote } from "../notes/add-note.ts";
import { changeNote } from "../notes/change-note.ts";
import { getNote } from "../notes/note.queries.ts";
import { mentioning } from "../test/mentioning.ts";
import { subjects, workingHall } from "../test/working-hall.ts";
import { findMentionable, listMentions } from "./mention.queries.ts";

const db = useDatabase();
const page = { size: 20, cursor: null };
const words = (text: RichText | null) => (text ? plainFromRichText(text) : null);

test("whoever is mentioned is kept by id, called as they are called now, and finds it under what mentions them", async () => {
  const { hall, chen, asLin, as, lin, note, settle, timeline } = await workingHall(db);
  const zhou = await hall.person("周浩宇");
  const id = await asLin((ctx) =>
    addNote(ctx, subjects, { subjectType: "person", subjectId: chen, body: mentioning("person", zhou) }),
  );
  await db.owner.query("update person set full_name = '周昊宇' where id = $1", [zhou]);
  expect(words((await asLin((ctx) => getNote(ctx, subjects, id))).body)).toBe("Ask @周昊宇");
  const { rows } = await db.owner.query("select body::text from note where id = $1", [id]);
  expect(rows[0].body).not.toMatch(/label|browser|周/);
  const found = await asLin((ctx) => listMentions(ctx, [zhou], page));
  expect(found.rows).toMatchObject([{ source: { type: "note", id }, byPersonId: lin.personId }]);
  await settle();
  expect(await timeline(zhou)).toMatchObject([{ id, payload: { as: "mentioned", subjectId: chen } }]);

  await asLin((ctx) => changeNote(ctx, subjects, { noteId: id, body: richTextFromPlain("Never mind") }));
  await settle();
  expect((await asLin((ctx) => listMentions(ctx, [zhou], page))).rows).toEqual([]);
  expect(await timeline(zhou)).toEqual([]);
  expect(await note("x")).toBeTruthy();
  await rejects(
    as(actorWith(zhou), (ctx) => listMentions(ctx, [zhou], page)),
    { code: "core.not-found" },
  );
});

test("nobody of another hall can be mentioned; the words stay as words", async () => {
  const { chen, asLin } = await workingHall(db);
  const elsewhere = await (await given(db).tenant()).person("Elsewhere");
  for (const [kind, id] of [
    ["person", elsewhere],
    ["company", chen],
    ["person", newId()],
  ] as const) {
    const noteId = await asLin((ctx) =>
      addNote(ctx, subjects, { subjectType: "person", subjectId: chen, body: mentioning(kind, id) }),
    );
    expect(words((await asLin((ctx) => getNote(ctx, subjects, noteId))).body)).toBe("Ask @whatever the browser said");
    expect((await asLin((ctx) => listMentions(ctx, [id], page))).rows).toEqual([]);
  }
});

test("a colleague is mentioned by writing their whole name after an at sign, without any script", async () => {
  const { asLin, colleague, note } = await workingHall(db);
  const zoe = await colleague("Zoë Ó Súilleabháin", "manager");
  await colleague("Li", "staff");
  const id = await note("Talk to @Zoë Ó Súilleabháin, not @Linda; 问@林乔吧");
  const { body } = await asLin((ctx) => getNote(ctx, subjects, id));
  expect(words(body)).toBe("Talk to @Zoë Ó Súilleabháin, not @Linda; 问@林乔吧");
  expect((await asLin((ctx) => listMentions(ctx, [zoe.personId], page))).rows).toHaveLength(1);
  const { rows } = await db.owner.query("select count(*)::int as n from mention where source_id = $1", [id]);
  expect(rows[0].n).toBe(2);
});

test("mentions are found by the beginning of a name, colleagues first, each once", async () => {
  const { hall, lin, asLin, as } = await workingHall(db);
  await db.owner.query("update person set sort_name = 'lin qiao' where id = $1", [lin.personId]);
  const customer = await hall.person("Linda");
  await hall.inside((ctx) =>
    ctx.db
      .insertInto("company")
      .values({
        tenant_id: hall.tenant.id,
        name: "Lingnan",
        sort_name: "lingnan",
        created_at: testNow,
        updated_at: testNow,
      })
      .execute(),
  );
  const found = await asLin((ctx) => findMentionable(ctx, "Lin"));
  expect(found.map(({ kind, label }) => [kind, label])).toEqual([
    ["person", "林乔"],
    ["person", "Linda"],
    ["company", "Lingnan"],
  ]);
  expect((await asLin((ctx) => findMentionable(ctx, ""))).map(({ label }) => label)).toEqual(["林乔"]);
  await rejects(
    as(actorWith(customer, "work.view"), (ctx) => findMentionable(ctx, "Lin")),
    { code: "core.forbidden" },
  );
});
