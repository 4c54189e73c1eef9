import type { Id } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { createCompany } from "../../companies/create-company.ts";
import { createPerson } from "../../people/create-person.ts";
import { carryOut } from "./jobs/run-job.ts";
import { mapColumns } from "./runs/map-columns.ts";
import { listProblemRows } from "./runs/rows.queries.ts";
import { cancelImport, pauseImport, resumeImport } from "./runs/steer-run.ts";
import { takeTurn } from "./take-turn.ts";
import { givenImports, type ImportingHall, useImportFiles } from "./test/given-imports.ts";

const db = useDatabase();
const files = useImportFiles();

const rows = async (hall: ImportingHall, text: string): Promise<Record<string, unknown>[]> =>
  (await db.owner.query(text, [hall.tenant.id])).rows;
const people = (hall: ImportingHall) =>
  rows(
    hall,
    "select full_name, stage, email, phone, job_title from person where tenant_id = $1 and email is not null order by email",
  );
const page = { size: 50, cursor: null };

const known = (hall: ImportingHall, email: string, fullName: string) =>
  hall.as(async (ctx) => {
    const id = await createPerson({ ...ctx, actor: { ...hall.manager, can: () => true } }, { fullName, email });
    await ctx.db.updateTable("person").set({ stage: "lead" }).where("id", "=", id).execute();
    return id;
  });

const list = `Full name,E-mail,Phone,Stage,Tags,Company,Job title
Lin Qiao,lin@hall.example,+8613800138000,customer,VIP;露营,远山户外,领队
Maya Chen,maya@hall.example,,lead,vip,,
`;

test("blanks are filled, what is there stays, tags and ways to reach somebody are added", async () => {
  const hall = await givenImports(db, files);
  await known(hall, "lin@hall.example", "林乔");
  const run = await hall.run(await hall.bring({ name: "list.csv", text: list }, { mode: "fill" }));
  expect(run.figures).toMatchObject({ rows: 2, created: 1, updated: 1 });
  expect(await people(hall)).toEqual([
    { full_name: "林乔", stage: "lead", email: "lin@hall.example", phone: "+8613800138000", job_title: "领队" },
    { full_name: "Maya Chen", stage: "lead", email: "maya@hall.example", phone: null, job_title: null },
  ]);
  expect((await rows(hall, "select name from tag where tenant_id = $1 order by name")).map(({ name }) => name)).toEqual(
    ["VIP", "露营"],
  );
});

test("the file's word is taken over what is there, and empty cells change nothing", async () => {
  const hall = await givenImports(db, files);
  await known(hall, "lin@hall.example", "林乔");
  await known(hall, "maya@hall.example", "Maya");
  await hall.run(await hall.bring({ name: "list.csv", text: list }, { mode: "update" }));
  expect(await people(hall)).toMatchObject([
    { full_name: "Lin Qiao", stage: "customer" },
    { full_name: "Maya Chen", stage: "lead" },
  ]);
});

test("known people are left alone where that was asked", async () => {
  const hall = await givenImports(db, files);
  await known(hall, "lin@hall.example", "林乔");
  const run = await hall.run(await hall.bring({ name: "list.csv", text: list }, { mode: "skip" }));
  expect(run.figures).toMatchObject({ created: 1, skipped: 1 });
  expect((await people(hall))[0]).toMatchObject({ full_name: "林乔", stage: "lead", phone: null });
});

test("who gets an address of a company's own domain belongs to it, unless the row says where they are; taken back with the import", async () => {
  const hall = await givenImports(db, files);
  const keeper = { ...hall.manager, can: () => true };
  const companyId = await hall.as((ctx) =>
    createCompany({ ...ctx, actor: keeper }, { name: "远山户外", domain: "yuanshan.example" }),
  );
  const gone = await known(hall, "gone@yuanshan.example", "Gone");
  await db.owner.query("update affiliation set until = current_date where person_id = $1", [gone]);
  const text = `Name,E-mail,Company
Lin,lin@yuanshan.example,
Maya,maya@yuanshan.example,Harbor
Free,free@gmail.com,
Gone,gone@yuanshan.example,
`;
  const runId = await hall.bring({ name: "domains.csv", text });
  const joins = (await hall.foresee(runId)).preview?.rows.filter(({ changes }) =>
    changes.some(({ what, after }) => what === "company" && after === "远山户外"),
  );
  expect(joins?.map(({ name }) => name)).toEqual(["Lin"]);
  const run = await hall.run(runId);
  const placed = () =>
    rows(
      hall,
      `select p.full_name, c.name as company, a.source, p.company_id = c.id as derived from affiliation a
       join person p on p.id = a.person_id join company c on c.id = a.company_id
       where a.tenant_id = $1 and a.until is null order by 1`,
    );
  expect(await placed()).toEqual([
    { full_name: "Lin", company: "远山户外", source: "domain", derived: true },
    { full_name: "Maya", company: "Harbor", source: "import:file", derived: true },
  ]);
  expect((await hall.undo(run.id)).undone?.left).toBe(0);
  expect(await placed()).toEqual([]);
  expect(await rows(hall, "select id from company where tenant_id = $1")).toEqual([{ id: companyId }]);
});

test("tags and fields that a file makes are written down as those made by hand, and go with it", async () => {
  const hall = await givenImports(db, files);
  const text = "Name,E-mail,Tags,Favourite hut,最爱的茶\nLin,lin@hall.example,VIP;露营,North,岩茶\n";
  const run = await hall.run(await hall.bring({ name: "tea.csv", text }));
  const written = () =>
    rows(
      hall,
      "select action, after ->> 'name' as name, change_set_id from audit_entry where tenant_id = $1 and action in ('tag.created', 'field.defined') order by 1, 2",
    );
  const change_set_id = run.changeSetId;
  expect(await written()).toEqual([
    { action: "field.defined", name: "Favourite hut", change_set_id },
    { action: "field.defined", name: "最爱的茶", change_set_id },
    { action: "tag.created", name: "VIP", change_set_id },
    { action: "tag.created", name: "露营", change_set_id },
  ]);
  const fields = () => rows(hall, "select key from field where tenant_id = $1 order by position");
  expect(await fields()).toEqual([{ key: "favourite_hut" }, { key: "zui_ai_de_cha" }]);
  await hall.undo(run.id);
  expect([await fields(), await rows(hall, "select id from tag where tenant_id = $1")]).toEqual([[], []]);
});

test("columns for which a hall has no room for a field are left out, and refused when asked for", async () => {
  const hall = await givenImports(db, files);
  await db.owner.query(
    "insert into field (tenant_id, subject, key, name, type, position, created_at) select $1, 'person', 'f' || n, 'F ' || n, 'text', n, now() from generate_series(1, 199) n",
    [hall.tenant.id],
  );
  const text = "Name,E-mail,Hut,Tea\nLin,lin@hall.example,North,岩茶\n";
  const runId = await hall.bring({ name: "tea.csv", text });
  expect((await hall.look(runId)).mapping?.columns.map(({ target }) => target.to)).toEqual([
    "full-name",
    "email",
    "new-field",
    "skip",
  ]);
  const choices = ["full-name", "email", "new-field:text", "new-field:text"];
  const asked = { runId, columns: choices.map((target) => ({ target })) };
  await expect(hall.as((ctx) => mapColumns(ctx, asked))).rejects.toMatchObject({
    fields: { "columns[3].target": "people.fields-many?most=200" },
  });
});

test("a row of two people is refused and names both; of merged records the one that stays is meant; nobody erased is", async () => {
  const hall = await givenImports(db, files);
  const [lin, maya, gone] = [
    await known(hall, "lin@hall.example", "林乔"),
    await known(hall, "maya@hall.example", "Maya"),
    await known(hall, "gone@hall.example", "Gone"),
  ];
  const text = "Name,E-mail,E-mail 2\nX,lin@hall.example,maya@hall.example\nY,gone@hall.example,\n";
  await db.owner.query("update person set erased_at = created_at where id = $1", [gone]);
  const run = await hall.run(await hall.bring({ name: "two.csv", text }));
  expect(run.figures).toMatchObject({ rows: 2, created: 0, conflicts: 1, refused: 1 });
  const refused = await hall.as((ctx) => listProblemRows(ctx, run.id, { refused: true, page }));
  expect(refused.rows).toMatchObject([
    { number: 2, code: "imports.conflict", params: { first: "林乔", second: "Maya", firstId: lin, secondId: maya } },
    { number: 3, code: "imports.identity-erased", cells: ["Y", "gone@hall.example", ""] },
  ]);
  await db.owner.query("update person set canonical_id = $1 where id = $2", [lin, maya]);
  expect((await hall.run(await hall.bring({ name: "two.csv", text }))).figures).toMatchObject({
    conflicts: 0,
    updated: 0,
  });
});

test("a hall that is full refuses the rest by name, and still learns about those it knows", async () => {
  const hall = await givenImports(db, files, { room: 501 });
  await db.owner.query(
    "insert into person (tenant_id, full_name, created_at, updated_at) select $1, 'n ' || n, now(), now() from generate_series(1, 499) n",
    [hall.tenant.id],
  );
  const run = await hall.run(await hall.bring({ name: "list.csv", text: list }));
  expect(run.figures).toMatchObject({ created: 1, refused: 1 });
  const refused = await hall.as((ctx) => listProblemRows(ctx, run.id, { refused: true, page }));
  expect(refused.rows).toMatchObject([{ number: 3, code: "imports.people-full" }]);
});

test("it pauses between batches, goes on, and what was done when it is stopped stays and can be undone", async () => {
  const hall = await givenImports(db, files);
  const text = `Name,E-mail\n${Array.from({ length: 40 }, (_, n) => `Guest ${n},guest${n}@hall.example`).join("\n")}\n`;
  const size = { rows: 10, characters: 1_000_000 };
  const runId = await hall.bring({ name: "guests.csv", text });
  await hall.begin(runId);
  const stopAfter = (batches: number, stop: () => Promise<void>) => {
    let written = 0;
    return carryOut(
      {
        ...hall.workshop,
        size,
        turn: async (ctx) => {
          await takeTurn(ctx);
          if (++written === batches) void stop();
        },
      },
      hall.scope(),
      { runId },
    );
  };
  const steer = (work: typeof pauseImport) => () => hall.as((ctx) => work(ctx, { runId }));
  await stopAfter(2, steer(pauseImport));
  await expect.poll(async () => (await hall.look(runId)).state).toBe("paused");
  const paused = await hall.look(runId);
  expect(paused.figures.created).toBeLessThan(40);
  await carryOut(hall.workshop, hall.scope(), { runId });
  expect((await hall.look(runId)).position).toBe(paused.position);

  await hall.as((ctx) => resumeImport(ctx, { runId }));
  await stopAfter(1, steer(cancelImport));
  await expect.poll(async () => (await hall.look(runId)).state).toBe("cancelled");
  const stopped = await hall.look(runId);
  const count = async () => (await people(hall)).length;
  expect(await count()).toBe(stopped.figures.created);
  expect((await hall.undo(runId)).state).toBe("undone");
  expect(await count()).toBe(0);
});

test("undo leaves what somebody has changed since, and says so", async () => {
  const hall = await givenImports(db, files);
  const lin = await known(hall, "lin@hall.example", "林乔");
  const run = await hall.run(await hall.bring({ name: "list.csv", text: list }, { mode: "update" }));
  await db.owner.query("update person set stage = 'partner' where id = $1", [lin]);
  const { undone } = await hall.undo(run.id);
  expect(undone?.skipped).toMatchObject([{ subjectType: "person", subjectId: lin, reason: "changed-since" }]);
  expect(await people(hall)).toMatchObject([{ full_name: "林乔", stage: "partner", phone: null }]);
});

test("somebody else's hall has none of it", async () => {
  const [hall, other] = [await givenImports(db, files), await givenImports(db, files)];
  const runId = await hall.bring({ name: "list.csv", text: list });
  for (const work of [pauseImport, cancelImport])
    await expect(other.as((ctx) => work(ctx, { runId: runId as Id<"import_run"> }))).rejects.toThrow("core.not-found");
});
