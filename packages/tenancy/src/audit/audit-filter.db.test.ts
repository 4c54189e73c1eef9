import { rejects } from "node:assert/strict";
import { clockAt, type Id, newId, systemActor } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { actorWith, type GivenTenant, given, scansOf, useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { type AuditFilter, auditFilterSchema } from "./audit-filter.ts";
import { exportAudit } from "./export-audit.ts";
import { listActors } from "./list-actors.ts";
import { listAudit } from "./list-audit.ts";
import { recordChange } from "./record-change.ts";

const db = useDatabase();
const page = { size: 50, cursor: null };

interface Done {
  readonly by?: Id<"person">;
  readonly action?: string;
  readonly kind?: string;
  readonly about?: Id<"person">;
  readonly at?: string;
  readonly after?: object;
}

const happened = (hall: GivenTenant, { by, action = "person.updated", kind = "person", about, at, after }: Done) =>
  hall.inside(
    (ctx) =>
      recordChange(ctx, {
        action,
        subjectType: kind,
        subjectId: about ?? newId(),
        personId: about ?? null,
        before: null,
        after: after ?? {},
      }),
    by ? actorWith(by) : systemActor,
    at ? clockAt(new Date(at)) : undefined,
  );
const ask = async (hall: GivenTenant, filter: Partial<AuditFilter>) =>
  (await hall.inside((ctx) => listAudit(ctx, { page, filter }))).rows;

test("the history is asked by who, what, to what, about whom, and when by the hall's own clock", async () => {
  const hall = await given(db).tenant({ timeZone: "Asia/Shanghai" });
  const [lin, mei] = [await hall.person("林乔"), await hall.person("梅")];
  await happened(hall, { by: lin, action: "person.created", about: mei, at: "2026-03-01T15:59:59Z" });
  await happened(hall, { by: mei, action: "settings.changed", kind: "tenant", at: "2026-03-01T16:00:00Z" });
  await happened(hall, { action: "tenant.clock-set", kind: "tenant", at: "2026-03-02T16:00:00Z" });
  const actions = async (filter: Partial<AuditFilter>) => (await ask(hall, filter)).map(({ action }) => action);
  expect(await actions({ who: lin })).toEqual(["person.created"]);
  expect(await actions({ who: "system" })).toEqual(["tenant.clock-set"]);
  expect(await actions({ action: "settings.changed" })).toEqual(["settings.changed"]);
  expect(await actions({ kind: "tenant" })).toEqual(["tenant.clock-set", "settings.changed"]);
  expect(await actions({ person: mei })).toEqual(["person.created"]);
  expect(await actions({ from: "2026-03-02", to: "2026-03-02" })).toEqual(["settings.changed"]);
  expect(await actions({ from: "2026-03-02" })).toEqual(["tenant.clock-set", "settings.changed"]);
  expect(await actions({ to: "2026-03-01", who: mei })).toEqual([]);
  expect((await ask(hall, { person: mei }))[0]).toMatchObject({ actorName: "林乔", subjectName: "梅" });
  expect(await hall.inside(listActors)).toEqual([
    { personId: lin, fullName: "林乔" },
    { personId: mei, fullName: "梅" },
  ]);
});

test("an address that asks nonsense asks nothing", () => {
  const nonsense = { who: "me", action: "'; drop", kind: "", person: "x", from: "2026-13-01", to: "yesterday" };
  expect(Object.values(auditFilterSchema.parse(nonsense)).filter((value) => value !== undefined)).toEqual([]);
});

describe("taking the history out", () => {
  const read = async (hall: GivenTenant, input: object) => {
    const { text } = await exportAudit(db.database, hall.scope(), input);
    const parts: string[] = [];
    for await (const part of text) parts.push(part);
    return parts.join("");
  };

  test("every entry that the filter asks for, page after page, and an entry that it was taken", async () => {
    const hall = await given(db).tenant();
    for (let n = 0; n < 3; n++) await happened(hall, { action: "person.updated", after: { n } });
    await db.owner.query(
      "insert into audit_entry (tenant_id, at, actor_kind, action, subject_type, subject_id) select $1, '2026-01-01', 'system', 'person.created', 'person', uuidv7() from generate_series(1, 450)",
      [hall.tenant.id],
    );
    const lines = (await read(hall, { format: "jsonl" }))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(454);
    expect(lines[0]).toMatchObject({ action: "audit.exported", after: { format: "jsonl" } });
    expect((await read(hall, { format: "csv", action: "person.updated" })).split("\r\n")).toHaveLength(5);
  });

  test("a name that is a formula is only a name in a spreadsheet", async () => {
    const hall = await given(db).tenant();
    const by = await hall.person('=HYPERLINK("http://evil.example")');
    await happened(hall, { by });
    const csv = await read(hall, { format: "csv" });
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(csv.startsWith("\ufeffat,actor,")).toBe(true);
  });

  test("not by those who may not read it", async () => {
    const hall = await given(db).tenant();
    await rejects(exportAudit(db.database, hall.scope(actorWith(newId(), "people.view")), { format: "csv" }), {
      kind: "forbidden",
    });
  });
});

test("each question is read off its own index", async () => {
  const hall = await given(db).tenant();
  const [rare, person] = [await hall.person(), await hall.person()];
  await db.owner.query(
    `insert into audit_entry (tenant_id, at, actor_kind, actor_person_id, action, subject_type, subject_id, person_id)
     select $1, timestamptz '2026-01-01' + n * interval '1 minute', 'person',
       case when n % 5000 = 0 then $2::uuid else $3::uuid end, case when n % 5000 = 0 then 'rare.act' else 'person.updated' end,
       case when n % 5000 = 0 then 'rare' else 'person' end, uuidv7(), case when n % 5000 = 0 then $2::uuid else $3::uuid end
     from generate_series(1, 20000) n`,
    [hall.tenant.id, rare, person],
  );
  await db.owner.query("vacuum analyze audit_entry");
  const indexOf = async (filter: Partial<AuditFilter>) => {
    const scans = await scansOf(db, hall.scope(), (ctx: Ctx) => listAudit(ctx, { page, filter }));
    return scans.filter(({ table }) => table === "audit_entry").map(({ index, sorted }) => ({ index, sorted }));
  };
  expect(await indexOf({ who: rare })).toEqual([{ index: "audit_entry_actor", sorted: false }]);
  expect(await indexOf({ action: "rare.act" })).toEqual([{ index: "audit_entry_action", sorted: false }]);
  expect(await indexOf({ kind: "rare" })).toEqual([{ index: "audit_entry_kind", sorted: false }]);
  expect(await indexOf({ person: rare })).toEqual([{ index: "audit_entry_about", sorted: false }]);
});
