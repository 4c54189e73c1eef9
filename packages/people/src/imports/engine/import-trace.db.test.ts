import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { erasePerson } from "../../erasure/erase-person.ts";
import { exportPerson } from "../../erasure/export-person.ts";
import { importTrace } from "./import-trace.ts";
import { givenImports, useImportFiles } from "./test/given-imports.ts";

const db = useDatabase();
const files = useImportFiles();

test("whoever is forgotten is forgotten in the files that brought them, and the others stay", async () => {
  const hall = await givenImports(db, files);
  const runId = await hall.bring({
    name: "guests.csv",
    text: [
      "Full name,E-mail,Phone,Birthday",
      "Zhuangzi,zhuang@dreams.example,,not a day",
      "Huizi,huizi@fish.example,,1990-01-01",
      "Zhuangzi again,no address,+86 139-1111-2222 99999,1990-01-01",
    ].join("\n"),
  });
  await hall.foresee(runId);
  await hall.run(runId);
  const { rows: people } = await db.owner.query("select id, email from person where tenant_id = $1", [hall.tenant.id]);
  const person = people.find(({ email }) => email === "zhuang@dreams.example").id;

  const taken = await hall.as((ctx) => exportPerson(ctx, { personId: person }, [importTrace]));
  expect(JSON.stringify(taken)).toContain("guests.csv");

  await hall.inside((ctx) => erasePerson(ctx, { personId: person, sure: true }, [importTrace]));
  const kept = await db.owner.query(
    `select to_jsonb(r)::text as row from import_row r where tenant_id = $1
     union all select to_jsonb(r)::text from import_run r where tenant_id = $1`,
    [hall.tenant.id],
  );
  expect(kept.rows.map(({ row }) => row).join("\n")).not.toMatch(/zhuang@dreams|not a day|Zhuangzi,/i);
  const { rows: left } = await db.owner.query("select from file where tenant_id = $1", [hall.tenant.id]);
  expect(left).toEqual([]);
  const { rows: others } = await db.owner.query("select from person where tenant_id = $1 and email is not null", [
    hall.tenant.id,
  ]);
  expect(others).toHaveLength(1);
});
