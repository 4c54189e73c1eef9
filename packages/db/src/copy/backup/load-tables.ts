import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { invalid } from "@guildhall/core";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { partName } from "../archive/entry-name.ts";
import type { ArchiveEntry } from "../archive/read-archive.ts";
import { quoteName, quoteTable, readTables } from "../tables/read-tables.ts";
import { type BackupManifest, backupSeal } from "./backup-manifest.ts";
import { liftChecks } from "./lift-checks.ts";

export interface Loading {
  /** Takes one part of a table; a table's parts come one after another. */
  load(entry: ArchiveEntry): Promise<void>;
  /** Holds what was loaded against the seal, and puts sequences and checks back where they belong. */
  finish(seal: unknown): Promise<void>;
}

interface OpenTable {
  readonly key: string;
  parts: number;
  readonly feed: PassThrough;
  /** Resolves to the number of rows. */
  readonly loaded: Promise<number>;
}

/** Loads tables in the open transaction of `client`, into a schema that is at the backup's own migration. */
export async function startLoading(client: pg.Client, manifest: BackupManifest): Promise<Loading> {
  const found = await readTables(async (text) => (await client.query(text)).rows);
  const listed = manifest.tables.map(({ schema, name, columns }) => {
    const table = found.find((each) => each.schema === schema && each.name === name);
    const unknown = columns.find((column) => !table?.columns.some(({ name: known }) => known === column));
    if (!table || unknown)
      throw invalid("backup.table-unknown", {}, { table: `${schema}.${name}`, column: unknown ?? "" });
    return { key: table.key, table, columns };
  });
  // What the migrations themselves put there is in the backup as well.
  if (found.length > 0) await client.query(`truncate ${found.map(quoteTable).join(", ")}`);
  const restoreChecks = await liftChecks(
    client,
    listed.map(({ table }) => table),
  );

  const rows: Record<string, number> = {};
  let current: OpenTable | null = null;
  const closeCurrent = async () => {
    if (!current) return;
    current.feed.end();
    rows[current.key] = await current.loaded;
    current = null;
  };
  const openNext = (key: string): OpenTable => {
    const next = listed.find((each) => each.key === key && !(key in rows));
    if (!next) throw invalid("archive.entry-refused", {}, { name: key });
    const into = `${quoteTable(next.table)} (${next.columns.map(quoteName).join(", ")})`;
    const feed = new PassThrough();
    const target = client.query(copyFrom(`copy ${into} from stdin`));
    const loaded = pipeline(feed, target).then(
      () => target.rowCount,
      (error) => Promise.reject(refused(error, key)),
    );
    loaded.catch(() => undefined); // told to whoever writes next, or closes
    return { key, parts: 0, feed, loaded };
  };

  return {
    async load({ name, content }) {
      const key = name.split("/")[1] ?? "";
      if (current?.key !== key) {
        await closeCurrent();
        current = openNext(key);
      }
      if (name !== partName(`tables/${key}`, ++current.parts, "copy"))
        throw invalid("archive.entry-refused", {}, { name });
      for await (const piece of content) await write(current, piece);
    },
    async finish(seal) {
      await closeCurrent();
      const sealed = backupSeal.safeParse(seal);
      const wrong = listed.find(({ key }) => (rows[key] ?? 0) !== sealed.data?.rows[key]);
      if (wrong) throw invalid("backup.rows-missing", {}, { table: wrong.key });
      for (const { schema, name, lastValue } of manifest.sequences)
        if (lastValue !== null)
          await client.query("select setval(format('%I.%I', $1::text, $2::text)::regclass, $3)", [
            schema,
            name,
            lastValue,
          ]);
      await restoreChecks();
    },
  };
}

function write({ feed, loaded }: OpenTable, piece: Uint8Array): Promise<unknown> {
  const taken = new Promise<void>((done, failed) => {
    feed.write(piece, (error) => (error ? failed(error) : done()));
  });
  return taken.catch(() => loaded); // PostgreSQL's reason is the better one
}

/** What PostgreSQL has against a row is the archive's fault: data of the wrong kind, or against a constraint. */
function refused(error: unknown, table: string): unknown {
  const ofTheData = error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? "");
  return ofTheData ? invalid("backup.row-refused", {}, { table, reason: error.message.slice(0, 200) }) : error;
}
