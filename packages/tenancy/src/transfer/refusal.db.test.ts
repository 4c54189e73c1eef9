import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { newId } from "@guildhall/core";
import { testNow } from "@guildhall/testing";
import { beforeAll, expect, test } from "vitest";
import { longestLine } from "./format/longest-line.ts";
import { importTenant } from "./import/import-tenant.ts";
import { exchanged, forged, type OpenArchive } from "./test/archives.ts";
import { givenWorld, type World } from "./test/given-world.ts";
import { useTransfer } from "./test/use-transfer.ts";

const { here, there, exported, imported, remains } = useTransfer();
let world: World;
let bytes: Buffer;

beforeAll(async () => {
  world = await givenWorld(here(), "Mine");
  bytes = await exported(here(), world.hall.tenant.id);
});

async function expectRefusal(archive: Buffer, code: string, options = {}): Promise<void> {
  await expect(imported(archive, options), code).rejects.toMatchObject({ name: "AppError", code });
  expect(await remains()).toEqual([]);
}

test("an export that was cut or changed on its way brings nothing in", async () => {
  const plain = gunzipSync(bytes);
  const changed = Buffer.from(plain);
  changed[changed.indexOf("mine@hall")] = "n".charCodeAt(0);
  await expectRefusal(Buffer.from("not at all"), "archive.not-gzip");
  await expectRefusal(randomBytes(5_000), "archive.not-gzip");
  for (const share of [0.1, 0.5, 0.9, 0.999])
    await expectRefusal(bytes.subarray(0, bytes.length * share), "archive.truncated");
  await expectRefusal(gzipSync(plain.subarray(0, plain.length - 4096)), "archive.truncated");
  await expectRefusal(gzipSync(changed), "archive.checksum-wrong");
});

test.each<[string, string, (archive: OpenArchive) => unknown]>([
  ["a file by another name", "archive.entry-refused", ({ entries }) => void entries.set("passwd", Buffer.from("x"))],
  [
    "a table by a strange name",
    "archive.entry-refused",
    ({ entries }) => void entries.set("tables/A.b/000001.jsonl", Buffer.from("x")),
  ],
  [
    "a file by a strange key",
    "archive.entry-refused",
    ({ entries }) => void entries.set("files/a/b", Buffer.from("x")),
  ],
  ["no manifest at its head", "transfer.manifest-malformed", ({ entries }) => void entries.delete("manifest.json")],
  ["no tenant", "transfer.manifest-malformed", ({ entries }) => void entries.delete("tenant.json")],
  [
    "a tenant that is not the manifest's",
    "transfer.manifest-malformed",
    ({ entries }) => void entries.set("tenant.json", Buffer.from(`{"id":"${newId()}","slug":"x","name":"x"}\n`)),
  ],
  ["a manifest that is no JSON", "archive.damaged", exchanged("manifest.json", "{", "(")],
  [
    "a manifest of something else",
    "transfer.manifest-malformed",
    exchanged("manifest.json", "guildhall tenant", "guildhall database"),
  ],
  ["a column twice", "transfer.manifest-malformed", exchanged("manifest.json", '"given_name"', '"family_name"')],
  ["a newer format", "transfer.format-unknown", exchanged("manifest.json", '"format": 1', '"format": 2')],
  [
    "a table that is not known here",
    "transfer.table-unknown",
    exchanged("manifest.json", '"name": "suppression"', '"name": "hologram"'),
  ],
  [
    "SQL for a table",
    "transfer.table-unknown",
    exchanged("manifest.json", '"name": "suppression"', '"name": "suppression; drop table person"'),
  ],
  [
    "a column that is not known here",
    "transfer.column-unknown",
    exchanged("manifest.json", '"given_name"', '"middle_name"'),
  ],
  [
    "SQL for a column",
    "transfer.column-unknown",
    exchanged("manifest.json", '"given_name"', '"given_name) select 1 --"'),
  ],
  [
    "a platform's table",
    "transfer.table-unknown",
    exchanged("manifest.json", '"name": "suppression"', '"name": "user_account"'),
  ],
  [
    "a row that is no JSON",
    "transfer.row-refused",
    exchanged("tables/person/000001.jsonl", '"full_name"', '"full_name'),
  ],
  [
    "a row that is no object",
    "transfer.row-refused",
    ({ entries }) => void entries.set("tables/suppression/000001.jsonl", Buffer.from("7\n")),
  ],
  ["two rows in a line", "transfer.row-refused", exchanged("tables/person/000001.jsonl", "}\n{", "},{")],
  [
    "a column that the manifest has not",
    "transfer.row-refused",
    exchanged("tables/person/000001.jsonl", '"full_name"', '"more" : 1, "full_name"'),
  ],
  ["a value of another kind", "transfer.row-refused", exchanged("tables/file/000001.jsonl", "3000000", '"many"')],
  [
    "a value that is not allowed",
    "transfer.row-refused",
    exchanged("tables/suppression/000001.jsonl", "complaint", "whim"),
  ],
  [
    "the same row twice",
    "transfer.row-refused",
    ({ entries }) =>
      void entries.set(
        "tables/suppression/000001.jsonl",
        Buffer.concat([
          entries.get("tables/suppression/000001.jsonl") ?? Buffer.alloc(0),
          entries.get("tables/suppression/000001.jsonl") ?? Buffer.alloc(0),
        ]),
      ),
  ],
  ["a line that is not ended", "transfer.line-malformed", exchanged("tables/suppression/000001.jsonl", "}\n", "}")],
  [
    "text that is no UTF-8",
    "transfer.line-malformed",
    ({ entries }) => void entries.set("tables/suppression/000001.jsonl", Buffer.from([0xff, 0x0a])),
  ],
  [
    "a line without end",
    "transfer.line-too-long",
    ({ entries }) => void entries.set("tables/suppression/000001.jsonl", Buffer.alloc(longestLine + 70_000, "a")),
  ],
  [
    "fewer rows than it says",
    "transfer.rows-missing",
    ({ entries }) => void entries.delete("tables/suppression/000001.jsonl"),
  ],
  ["fewer users than it says", "transfer.rows-missing", ({ entries }) => void entries.delete("users/000001.jsonl")],
  ["a user that is none", "transfer.users-malformed", exchanged("users/000001.jsonl", '"email"', '"mail"')],
  [
    "an e-mail that is not as we write it",
    "transfer.users-malformed",
    exchanged("users/000001.jsonl", "mine@", "MINE@"),
  ],
  ["another seal", "transfer.manifest-malformed", () => ({ rows: "many" })],
])("an export with %s brings nothing in", async (_, code, change) => {
  await expectRefusal(await forged(bytes, change), code);
});

test("an export may not reach into a tenant that is here", async () => {
  const neighbour = await givenWorld(there(), "Neighbour");
  const before = await exported(there(), neighbour.hall.tenant.id);
  const mine = world.hall.tenant.id;
  const theirs = neighbour.hall.tenant.id;
  const attempts: [string, (archive: OpenArchive) => unknown][] = [
    ["transfer.row-refused", exchanged("tables/suppression/000001.jsonl", mine, theirs)],
    ["transfer.row-refused", exchanged("tables/message/000001.jsonl", mine, theirs)],
    ["transfer.row-refused", exchanged("tables/file/000001.jsonl", world.keys[0], neighbour.keys[0])],
    ["transfer.row-refused", exchanged("tables/login/000001.jsonl", world.owner, neighbour.owner)],
    [
      "transfer.files-wrong",
      ({ entries }) => {
        entries.set(`files/${neighbour.keys[0]}`, Buffer.from("theirs, overwritten"));
        entries.delete(`files/${world.keys[0]}`);
      },
    ],
    [
      "transfer.tenant-exists",
      ({ entries }) => {
        for (const [name, content] of entries)
          if (!name.startsWith("files/")) entries.set(name, Buffer.from(content.toString().replaceAll(mine, theirs)));
      },
    ],
  ];
  for (const [code, change] of attempts) {
    const archive = await forged(bytes, change);
    await expect(imported(archive), code).rejects.toMatchObject({ code });
  }
  const { rows } = await there().db.owner.query("select id from tenant");
  expect(rows).toEqual([{ id: theirs }]);
  expect(await forged(await exported(there(), theirs), withoutTime)).toEqual(await forged(before, withoutTime));
});

function withoutTime({ entries }: OpenArchive): void {
  entries.set("manifest.json", Buffer.from(String(entries.get("manifest.json")).replace(/"takenAt": "[^"]+"/, "")));
}

test("files that no row names, and rows whose files are not there, are refused", async () => {
  const stray = `files/${world.hall.tenant.id}/${newId()}`;
  await expectRefusal(
    await forged(bytes, ({ entries }) => void entries.set(stray, Buffer.from("x"))),
    "transfer.files-wrong",
  );
  await expectRefusal(
    await forged(bytes, ({ entries }) => void entries.delete(`files/${world.keys[0]}`)),
    "transfer.files-wrong",
  );
});

test("an export that would fill the disk is refused before it has", async () => {
  await expectRefusal(bytes, "archive.too-large", { limitBytes: 2_000_000 });
});

test("an address that may not be one is refused", async () => {
  await expect(imported(bytes, { slug: "admin" })).rejects.toThrow();
  expect(await remains()).toEqual([]);
});

test("a store that fails leaves neither rows nor files", async () => {
  const { db, store } = there();
  const full: Pick<typeof store, "put" | "delete"> = {
    delete: (key) => store.delete(key),
    put: (content, key) =>
      key === world.keys[1] ? Promise.reject(new Error("no space left")) : store.put(content, key),
  };
  await expect(importTenant(db.database, Readable.from([bytes]), full)).rejects.toThrow("no space left");
  expect(await remains()).toEqual([]);
});

test("an export of an older version, without columns and tables of today, gets today's defaults", async () => {
  const older = await forged(bytes, ({ entries, seal }) => {
    exchanged("tables/person/000001.jsonl", ', "version" : 9007199254740993', "")({ entries, seal });
    const counted = ["change_set", "company", "audience"].map((name) => `tables/${name}/000001.jsonl`);
    for (const name of ["tenant.json", ...counted]) exchanged(name, ', "version" : 1', "")({ entries, seal });
    const manifest = JSON.parse(String(entries.get("manifest.json")));
    const tables = manifest.tables
      .filter(({ name }: { name: string }) => name !== "suppression")
      .map((table: { columns: string[] }) => ({ ...table, columns: table.columns.filter((it) => it !== "version") }));
    entries.set("manifest.json", Buffer.from(JSON.stringify({ ...manifest, tables })));
    entries.delete("tables/suppression/000001.jsonl");
  });
  await imported(older);
  const { rows } = await there().db.owner.query("select distinct version from person");
  expect(rows).toEqual([{ version: 1 }]);
  expect((await there().db.owner.query("select from suppression")).rowCount).toBe(0);
});

test("an export taken while nobody signs in and nothing is stored comes in as well", async () => {
  const id = newId<"tenant">();
  await here().db.owner.query("insert into tenant (id, slug, name, created_at) values ($1, 'bare-hall', 'Bare', $2)", [
    id,
    testNow,
  ]);
  expect(await imported(await exported(here(), id))).toBe(id);
  expect((await there().db.owner.query("select slug from tenant")).rows).toEqual([{ slug: "bare-hall" }]);
});
