import { type Id, idSchema } from "@guildhall/core";
import type { Ctx, Database } from "@guildhall/db";
import { type ArchiveWriter, quoteName, type Table, writeParts } from "@guildhall/db/copy";
import { z } from "zod";
import type { CarriedUser } from "../format/carried-user.ts";
import { accountTable } from "../format/tenant-tables.ts";
import { pagesOf } from "./pages-of.ts";

const ids = z.array(idSchema("user_account"));

/** Adds the id and e-mail of everybody that rows of the tenant refer to; resolves to how many there are. */
export async function exportUsers(
  { ctx, database }: { ctx: Ctx; database: Database },
  archive: ArchiveWriter,
  tables: readonly Table[],
): Promise<number> {
  const referring = tables.flatMap(({ name, foreignKeys }) =>
    foreignKeys
      .filter(({ target }) => target === accountTable)
      .flatMap(({ columns }) =>
        columns.map((column) => `select ${quoteName(column)}::text as line from ${quoteName(name)}`),
      ),
  );
  if (referring.length === 0) return 0;
  const parts = writeParts(archive, "users", "jsonl");
  let users = 0;
  for await (const page of pagesOf(ctx, `${referring.join(" union ")} order by 1`)) {
    const found = await findUsers(database, ids.parse(page));
    for (const user of found) await parts.write(`${JSON.stringify(user)}\n`);
    users += found.length;
  }
  await parts.end();
  return users;
}

function findUsers(database: Database, wanted: readonly Id<"user_account">[]): Promise<CarriedUser[]> {
  return database.withPlatform(
    "transfer",
    (platform) =>
      platform.selectFrom("user_account").select(["id", "email"]).where("id", "in", wanted).orderBy("id").execute(),
    { readOnly: true },
  );
}
