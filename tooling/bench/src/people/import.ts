import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Id } from "@guildhall/core";
import { diskStore, receiveFile } from "@guildhall/files";
import { carryOut, findRun, runImport, startImport } from "@guildhall/people";
import { grantEntitlement } from "@guildhall/tenancy";
import type { OpenHall } from "../million/open-hall.ts";

/** What an import costs, in rows a second, and what the same rows cost hand-written SQL. */
export interface ImportSpeed {
  readonly fresh: number;
  readonly known: number;
  readonly setSql: number;
}

/** Imports a file of so many people, imports it again, and copies what came of it by set SQL: all into one database. */
export async function measureImport(hall: OpenHall, rows: number): Promise<ImportSpeed> {
  const directory = mkdtempSync(join(tmpdir(), "gh-bench-import-"));
  try {
    const { scope, database } = hall;
    await database.withTenant(scope, (ctx) =>
      grantEntitlement(ctx, { key: "people.rows", amount: null, source: "gift", until: null }),
    );
    const files = diskStore(directory);
    const once = async (): Promise<{ seconds: number; changeSetId: Id<"change_set"> | null }> => {
      const content = Buffer.from([head, ...Array.from({ length: rows }, (_, n) => line(n))].join("\n"));
      const received = await receiveFile(files, scope.tenant.id, { content, name: "guests.csv", limitBytes: 1e9 });
      const runId = await startImport({ database, files }, scope, received);
      const began = performance.now();
      await database.withTenant(scope, (ctx) => runImport(ctx, { runId }));
      await carryOut({ database, files }, scope, { runId });
      const seconds = (performance.now() - began) / 1_000;
      const run = await database.withTenant(scope, (ctx) => findRun(ctx, runId));
      if (run.state !== "done" || run.figures.rows !== rows) throw new Error(`The import ended as ${run.state}.`);
      return { seconds, changeSetId: run.changeSetId };
    };
    const fresh = await once();
    const setSql = await copyBySql(hall, fresh.changeSetId);
    const known = await once();
    return { fresh: rows / fresh.seconds, known: rows / known.seconds, setSql: rows / setSql };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const head = "Full name,E-mail,Phone,Company,Job title,Stage,Tags,City";
const families = ["欧阳", "司马", "陈", "Müller", "O'Brien", "林", "García"];
const stages = ["lead", "customer", "partner"];

/** Every person has an address, two of three a number, half a company. */
function line(n: number): string {
  const phone = n % 3 ? `+8613${String(100_000_000 + n)}` : "";
  const company = n % 2 ? `Company ${n % 2_000}` : "";
  return `${families[n % families.length]} ${n},guest${n}@example.com,${phone},${company},${company && "Guide"},${stages[n % 3]},tag ${n % 20},City ${n % 300}`;
}

/** The seconds that it takes to write the same rows, with new ids, into a second hall by one statement a table. */
async function copyBySql({ owner, scope }: OpenHall, changeSetId: Id<"change_set"> | null): Promise<number> {
  const twin = (
    await owner.query("insert into tenant (slug, name, created_at) values ('twin', 'Twin', now()) returning id")
  ).rows[0].id;
  const mine = [scope.tenant.id, twin];
  const made = "select subject_id from change_set_item where tenant_id = $1 and change_set_id = $3 and subject_type";
  await owner.query("create temp table ids (id uuid primary key, fresh uuid not null)");
  await owner.query(
    "insert into ids select subject_id, uuidv7() from change_set_item where tenant_id = $1 and change_set_id = $2 and subject_type in ('person', 'company', 'tag', 'field')",
    [scope.tenant.id, changeSetId],
  );
  await owner.query("insert into change_set (tenant_id, id, kind, created_at) values ($1, $2, 'import', now())", [
    twin,
    changeSetId,
  ]);
  await owner.query("analyze ids");
  const began = performance.now();
  await owner.query("begin");
  await owner.query("select set_config('app.derived', 'written', true), set_config('app.tenant_id', $1, true)", [twin]);
  for (const statement of [
    `insert into company (tenant_id, id, name, sort_name, source, created_at, updated_at)
     select $2, i.fresh, name, sort_name, source, created_at, updated_at from company c join ids i using (id) where tenant_id = $1 and id in (${made} = 'company')`,
    `insert into person (tenant_id, id, full_name, sort_name, stage, source, tag_ids, fields, email, phone, company_id, job_title, created_at, updated_at)
     select $2, i.fresh, full_name, sort_name, stage, source, tag_ids, fields, email, phone, k.fresh, job_title, created_at, updated_at
     from person p join ids i on i.id = p.id left join ids k on k.id = p.company_id where tenant_id = $1 and p.id in (${made} = 'person')`,
    `insert into person_identity (tenant_id, person_id, kind, provider, value, source, created_at)
     select $2, i.fresh, kind, provider, value, source, created_at from person_identity p join ids i on i.id = p.person_id where tenant_id = $1 and p.id in (${made} = 'person_identity')`,
    `insert into affiliation (tenant_id, person_id, company_id, title, source, created_at)
     select $2, i.fresh, k.fresh, title, source, created_at from affiliation a join ids i on i.id = a.person_id join ids k on k.id = a.company_id where tenant_id = $1 and a.id in (${made} = 'affiliation')`,
    `insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, subject_version, person_id, after)
     select $2, $3, subject_type, subject_id, subject_version, person_id, after from change_set_item where tenant_id = $1 and change_set_id = $3`,
  ])
    await owner.query(statement, statement.includes("$3") ? [...mine, changeSetId] : mine);
  await owner.query("commit");
  return (performance.now() - began) / 1_000;
}
