import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { useDatabase } from "@guildhall/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listMigrations, migrate } from "../../migrate.ts";
import { readArchive, readSmall } from "../archive/read-archive.ts";
import { writeArchive } from "../archive/write-archive.ts";
import { addFirstRows } from "../test/first-rows.ts";
import { asAdministrator, inDatabase, useEmptyDatabases } from "../test/use-empty-database.ts";
import { type BackupOptions, backupDatabase } from "./backup-database.ts";
import { backupToFile, restoreFromFile } from "./backup-to-file.ts";
import { restoreDatabase } from "./restore-database.ts";
import { writeDumpFixture } from "./write-dump-fixture.ts";

const db = useDatabase();
const emptyDatabase = useEmptyDatabases();
let folder = "";

beforeAll(async () => {
  await addFirstRows(db.owner);
  folder = await mkdtemp(join(tmpdir(), "gh-backup-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const takenAt = new Date("2026-03-02T09:00:00.000Z");

async function backupOf(ownerUrl: string, options: BackupOptions = { takenAt }): Promise<Buffer> {
  const out = new PassThrough();
  const [writing, bytes] = await Promise.allSettled([backupDatabase(ownerUrl, out, options), buffer(out)]);
  if (writing.status === "rejected") throw writing.reason;
  if (bytes.status === "rejected") throw bytes.reason;
  return bytes.value;
}

const restoreInto = (urls: { owner: string; jobs: string }, bytes: Buffer, options = {}) =>
  restoreDatabase(urls.owner, urls.jobs, Readable.from([bytes]), options);

async function contentOf(bytes: Buffer): Promise<Map<string, string>> {
  const content = new Map<string, string>();
  await readArchive(Readable.from([bytes]), async (entry) => {
    content.set(entry.name, await readSmall(entry.content));
  });
  return content;
}

test("what is backed up and restored is the same, to the byte of the next backup", async () => {
  const bytes = await backupOf(db.urls.owner);
  const urls = await emptyDatabase();
  const migrations: string[] = [];
  await restoreInto(urls, bytes, { onProgress: (name: string) => migrations.push(name) });
  expect(migrations).toEqual(await listMigrations());
  const again = await backupOf(urls.owner);
  expect(await contentOf(again)).toEqual(await contentOf(bytes));
  expect(again.equals(bytes)).toBe(true);
});

test("the job queue comes along, and new jobs get numbers of their own", async () => {
  const urls = await emptyDatabase();
  await restoreInto(urls, await backupOf(db.urls.owner));
  await inDatabase(urls.owner, async (client) => {
    await client.query("select enqueue_job('mail.send', '{\"n\": 3}')");
    const { rows } = await client.query(
      "select payload->>'n' as n, queue_name from graphile_worker._private_jobs j left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id",
    );
    expect(rows).toEqual([
      { n: "1", queue_name: null },
      { n: "2", queue_name: "slow" },
      { n: "3", queue_name: null },
    ]);
  });
});

test("row-level security and foreign keys stand after a restore as before", async () => {
  const urls = await emptyDatabase();
  await restoreInto(urls, await backupOf(db.urls.owner));
  await inDatabase(urls.app, async (client) => {
    expect((await client.query("select from person")).rowCount).toBe(0);
  });
  await inDatabase(urls.owner, async (client) => {
    await expect(client.query("update person set avatar_file_id = uuidv7()")).rejects.toThrow(/foreign key/);
  });
});

test.each([
  ["whom row-level security binds", "nobypassrls"],
  ["who may pass it by", "bypassrls"],
])("an owner who is no superuser, %s, can restore", async (_, option) => {
  const bytes = await backupOf(db.urls.owner);
  const urls = await emptyDatabase();
  const role = `owner_${option}`;
  await asAdministrator(`create role ${role} login nosuperuser createrole ${option}`);
  await asAdministrator(`grant guildhall_app, guildhall_platform, guildhall_jobs to ${role} with admin option`);
  await asAdministrator(`alter database ${new URL(urls.owner).pathname.slice(1)} owner to ${role}`);
  try {
    const owner = urls.owner.replace("guildhall_owner", role);
    await restoreInto({ owner, jobs: urls.jobs }, bytes);
    expect(await contentOf(await backupOf(urls.owner))).toEqual(await contentOf(bytes));
    await inDatabase(urls.owner, async (client) => {
      expect((await client.query("select from pg_constraint where contype = 'f' and condeferrable")).rowCount).toBe(0);
      expect(
        (
          await client.query(
            "select from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace = 'public'::regnamespace",
          )
        ).rowCount,
      ).toBe(0);
      await expect(client.query("update person set avatar_file_id = uuidv7()")).rejects.toThrow(/foreign key/);
    });
    const partial = backupOf(owner);
    if (option === "nobypassrls") await expect(partial).rejects.toMatchObject({ code: "backup.owner-sees-part" });
    else expect(await contentOf(await partial)).toEqual(await contentOf(bytes));
  } finally {
    await inDatabase(urls.owner, (client) =>
      client.query(`reassign owned by ${role} to guildhall_owner; drop owned by ${role}`),
    );
    await asAdministrator(`drop owned by ${role}; drop role ${role}`);
  }
});

test("a backup is of one instant, whatever is written meanwhile", async () => {
  const before = await contentOf(await backupOf(db.urls.owner));
  await inDatabase(db.urls.owner, async (writer) => {
    await writer.query("begin; lock table session in access exclusive mode");
    const backup = backupOf(db.urls.owner);
    const waiting = async () =>
      (await db.owner.query("select from pg_locks where not granted and relation = 'session'::regclass")).rowCount;
    await expect.poll(waiting).toBe(1);
    await writer.query("insert into attempt_window values ('meanwhile', '2026-03-02', 1); commit");
    const content = await contentOf(await backup);
    expect((await writer.query("delete from attempt_window")).rowCount).toBe(1);
    expect(content).toEqual(before);
  });
});

test("a database with rows, or newer than the backup, is left alone", async () => {
  const bytes = await backupOf(db.urls.owner);
  await expect(restoreInto(db.urls, bytes)).rejects.toMatchObject({
    kind: "conflict",
    code: "backup.database-not-empty",
  });

  const [first = ""] = await listMigrations();
  const older = await emptyDatabase();
  await migrate(older.owner, older.jobs, { upTo: first });
  const early = await backupOf(older.owner);
  const today = await emptyDatabase();
  await migrate(today.owner, today.jobs);
  await expect(restoreInto(today, early)).rejects.toMatchObject({ code: "backup.database-newer" });
  await restoreInto(older, early);
  await restoreInto(today, bytes);
});

test("a backup of a database that is not ours is refused", async () => {
  const urls = await emptyDatabase();
  await expect(backupOf(urls.owner)).rejects.toMatchObject({ code: "backup.database-not-ours" });
});

/** The backup with one of its texts exchanged, checksums and all, as somebody would who means it. */
async function forged(bytes: Buffer, from: string, to: string): Promise<Buffer> {
  const content = new Map<string, string>();
  const seal = await readArchive(Readable.from([bytes]), async (entry) => {
    content.set(entry.name, (await readSmall(entry.content)).replace(from, to));
  });
  const out = new PassThrough();
  const [made] = await Promise.all([
    buffer(out),
    writeArchive(out, async (archive) => {
      for (const [name, text] of content) await archive.add(name, text);
      return JSON.parse(JSON.stringify(seal).replace(from, to));
    }),
  ]);
  return made;
}

test("a backup that is damaged, forged or from tomorrow leaves no row behind", async () => {
  const bytes = await backupOf(db.urls.owner);
  const plain = gunzipSync(bytes);
  const changed = Buffer.from(plain);
  changed[changed.indexOf("Harbour Club")] = "h".charCodeAt(0);
  const cases: [string, Buffer][] = [
    ["archive.truncated", bytes.subarray(0, bytes.length - 9)],
    ["archive.truncated", gzipSync(plain.subarray(0, plain.length - 4096))],
    ["archive.checksum-wrong", gzipSync(changed)],
    ["backup.rows-missing", await forged(bytes, '"public.person":3', '"public.person":4')],
    ["backup.row-refused", await forged(bytes, "\tzh-CN\t", "\tklingon\t")],
    ["backup.row-refused", await forged(bytes, "Harbour Club\t", "Harbour Club")],
    ["backup.table-unknown", await forged(bytes, '"time_zone"', '"time_zome"')],
    ["backup.migration-unknown", await forged(bytes, '"migration": "0', '"migration": "9')],
    ["backup.format-unknown", await forged(bytes, '"format": 1', '"format": 2')],
    ["backup.manifest-malformed", await forged(bytes, '"sequences"', '"sequenzes"')],
  ];
  const urls = await emptyDatabase();
  for (const [code, bad] of cases)
    await expect(restoreInto(urls, bad), code).rejects.toMatchObject({ kind: "invalid", code });
  await inDatabase(urls.owner, async (client) => {
    expect((await client.query("select from tenant")).rowCount).toBe(0);
  });
  await restoreInto(urls, bytes);
});

test("the files folder goes along and comes back, unless something is there already", async () => {
  const from = join(folder, "from");
  await mkdir(join(from, "tenant/ab"), { recursive: true });
  await writeFile(join(from, "tenant/ab/large"), Buffer.alloc(3_000_000, "山"));
  await writeFile(join(from, "tenant/ab/empty"), "");
  await writeFile(join(from, "tenant/ab/.half.part"), "unfinished");
  const file = join(folder, "backup.tar.gz");
  await backupToFile(db.urls.owner, file, { filesDirectory: from });

  const urls = await emptyDatabase();
  await expect(restoreFromFile(urls.owner, urls.jobs, file)).rejects.toMatchObject({
    code: "backup.files-folder-needed",
  });
  await expect(restoreFromFile(urls.owner, urls.jobs, file, { filesDirectory: from })).rejects.toMatchObject({
    code: "backup.files-not-empty",
  });
  const to = join(folder, "data/files");
  const cut = (await readFile(file)).subarray(0, -100);
  await expect(restoreInto(urls, cut, { filesDirectory: to })).rejects.toMatchObject({ code: "archive.truncated" });
  expect(await readdir(join(folder, "data"))).toEqual([]);

  await restoreFromFile(urls.owner, urls.jobs, file, { filesDirectory: to });
  expect((await readdir(join(to, "tenant/ab"))).sort()).toEqual(["empty", "large"]);
  expect((await readFile(join(to, "tenant/ab/large"))).equals(await readFile(join(from, "tenant/ab/large")))).toBe(
    true,
  );
  expect((await readdir(folder)).sort()).toEqual(["backup.tar.gz", "data", "from"]);
});

test("a backup that fails leaves no file, and the one before it in place", async () => {
  const urls = await emptyDatabase();
  const file = join(folder, "kept.tar.gz");
  await writeFile(file, "yesterday's");
  await expect(backupToFile(urls.owner, file)).rejects.toMatchObject({ code: "backup.database-not-ours" });
  expect(await readFile(file, "utf8")).toBe("yesterday's");
  expect((await readdir(folder)).filter((name) => name.startsWith("kept"))).toEqual(["kept.tar.gz"]);
});

test("a fixture says nothing of when it was made", async () => {
  const first = await readFile(await writeDumpFixture(db.urls.owner, "0000-first", folder));
  const second = await readFile(await writeDumpFixture(db.urls.owner, "0000-second", folder));
  expect(first.equals(second)).toBe(true);
  await expect(writeDumpFixture(db.urls.owner, "../first", folder)).rejects.toThrow();
});
