import type { Id } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { listProblemRows } from "../runs/rows.queries.ts";
import { cancelImport, pauseImport, resumeImport } from "../runs/steer-run.ts";
import { givenImports, type ImportingHall, useImportFiles } from "../test/given-imports.ts";
import { sweepImports } from "./sweep-imports.ts";

const db = useDatabase();
const files = useImportFiles();

const text = "Name,E-mail\nLin,lin@hall.example\nNobody,\n";
const page = { size: 10, cursor: null };

/** Their hall's clock says that so many days have passed since these files came. */
const wait = ({ tenant }: ImportingHall, days: number) =>
  db.owner.query(
    `update tenant set test_clock_at = (select max(created_at) from import_run where tenant_id = $1) + make_interval(days => $2)
     where id = $1`,
    [tenant.id, days],
  );
const keptOf = async (hall: ImportingHall, runId: Id<"import_run">) => {
  const { rows } = await hall.as((ctx) => listProblemRows(ctx, runId, { refused: true, page }));
  const { state, fileId, layout, preview } = await hall.look(runId);
  return { state, rows: rows.length, file: fileId !== null, examples: layout !== null || preview !== null };
};
const countFiles = async ({ tenant }: ImportingHall) =>
  (await db.owner.query("select from file where tenant_id = $1", [tenant.id])).rowCount;

test("an import that is over keeps its file and rows for 30 days; afterwards it can still be undone", async () => {
  const hall = await givenImports(db, files);
  const { id } = await hall.run(await hall.bring({ name: "list.csv", text }));
  await wait(hall, 30);
  await sweepImports(db.database);
  expect(await keptOf(hall, id)).toEqual({ state: "done", rows: 1, file: true, examples: true });
  await wait(hall, 31);
  expect(await sweepImports(db.database)).toBeGreaterThan(0);
  expect(await keptOf(hall, id)).toEqual({ state: "done", rows: 0, file: false, examples: false });
  expect(await countFiles(hall)).toBe(0);
  expect((await hall.look(id)).figures).toMatchObject({ created: 1, refused: 1 });
  expect((await hall.undo(id)).undone).toMatchObject({ left: 0 });
  expect(await sweepImports(db.database)).toBe(0);
});

test("what nobody went on with ends: a draft leaves nothing, what was paused keeps who came in", async () => {
  const hall = await givenImports(db, files);
  const draft = await hall.bring({ name: "draft.csv", text });
  const paused = await hall.bring({ name: "paused.csv", text });
  await hall.begin(paused);
  await hall.as((ctx) => pauseImport(ctx, { runId: paused }));
  await wait(hall, 29);
  await sweepImports(db.database);
  expect([(await keptOf(hall, draft)).state, (await keptOf(hall, paused)).state]).toEqual(["draft", "paused"]);
  await wait(hall, 31);
  await sweepImports(db.database);
  expect(await keptOf(hall, draft)).toEqual({ state: "cancelled", rows: 0, file: false, examples: false });
  expect(await keptOf(hall, paused)).toMatchObject({ state: "cancelled", file: true });
});

test("a draft that is discarded leaves nothing; what broke off and lost its file cannot go on, and can be undone", async () => {
  const hall = await givenImports(db, files);
  const draft = await hall.bring({ name: "draft.csv", text });
  await hall.as((ctx) => cancelImport(ctx, { runId: draft }));
  expect(await keptOf(hall, draft)).toEqual({ state: "cancelled", rows: 0, file: false, examples: false });

  const { id } = await hall.run(await hall.bring({ name: "list.csv", text }));
  await db.owner.query("update import_run set state = 'failed' where id = $1", [id]);
  await wait(hall, 31);
  await sweepImports(db.database);
  await expect(hall.as((ctx) => resumeImport(ctx, { runId: id }))).rejects.toMatchObject({ code: "imports.file-gone" });
  expect((await hall.undo(id)).state).toBe("undone");
});
