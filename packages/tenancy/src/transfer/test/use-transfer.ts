import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Id } from "@guildhall/core";
import { diskStore, type FileStore } from "@guildhall/files";
import { type TestDatabase, useDatabase } from "@guildhall/testing";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { exportTenant } from "../export/export-tenant.ts";
import { type ImportOptions, importTenant } from "../import/import-tenant.ts";
import { bytesOf } from "./archives.ts";

/** An installation: a database and a store of files. */
export interface House {
  readonly db: TestDatabase;
  readonly store: FileStore;
}

/** Two installations, the second empty before each test, and the ways between them. */
export function useTransfer() {
  const databases = { here: useDatabase(), there: useDatabase() };
  let folder = "";
  const house = (name: "here" | "there"): House => ({ db: databases[name], store: diskStore(join(folder, name)) });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gh-transfer-"));
    await mkdir(join(folder, "work"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    await databases.there.owner.query("truncate tenant, user_account, outbox, delivery cascade");
    await rm(join(folder, "there"), { recursive: true, force: true });
  });

  return {
    here: () => house("here"),
    there: () => house("there"),
    workDirectory: () => join(folder, "work"),
    folderHere: () => join(folder, "here"),
    exported: (
      { db, store }: { db: Pick<TestDatabase, "database">; store: Pick<FileStore, "get"> },
      tenantId: Id<"tenant">,
    ) => bytesOf((out) => exportTenant(db.database, tenantId, store, out)),
    imported(bytes: Buffer, options: ImportOptions = {}) {
      const { db, store } = house("there");
      return importTenant(db.database, Readable.from([bytes]), store, {
        workDirectory: join(folder, "work"),
        ...options,
      });
    },
    /** What an import that failed left behind. */
    async remains(): Promise<unknown[]> {
      const { rows } = await databases.there.owner.query(
        "select slug as left from tenant union all select email from user_account union all select full_name from person",
      );
      const files = await Promise.all(
        ["there", "work"].map((name) => readdir(join(folder, name), { recursive: true }).catch(() => [])),
      );
      return [...rows, ...files.flat().filter((name) => /[0-9a-f]{12}$/.test(name) && name.split("/").length > 2)];
    },
  };
}
