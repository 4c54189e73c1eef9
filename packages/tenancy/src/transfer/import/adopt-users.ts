import { join } from "node:path";
import { conflict, type Id, invalid, newId, systemClock } from "@guildhall/core";
import { type Database, type DB, violates } from "@guildhall/db";
import type { Kysely } from "kysely";
import { type CarriedUser, parseCarriedUser } from "../format/carried-user.ts";
import { batchesOf } from "./read-lines.ts";

/** Every user of the export, with the id that they have here, or will have. */
export type UserIds = ReadonlyMap<string, Id<"user_account">>;

/** Finds users of the export by e-mail. A new one keeps the id, unless somebody else has it here. */
export async function matchUsers(database: Database, directory: string): Promise<UserIds> {
  const ids = new Map<string, Id<"user_account">>();
  for await (const users of usersIn(directory)) {
    const { known, taken } = await lookUp(database, users);
    for (const { id, email } of users) ids.set(id, known.get(email) ?? (taken.has(id) ? newId() : id));
  }
  return ids;
}

/**
 * Makes those users that are not here yet, without a password: they prove their e-mail to come in. Somebody who signed
 * up since matchUsers is conflict `transfer.users-changed`.
 */
export async function createUsers(database: Database, directory: string, ids: UserIds): Promise<void> {
  for await (const users of usersIn(directory)) {
    const { known } = await lookUp(database, users);
    const missing = users
      .filter(({ email }) => !known.has(email))
      .map(({ id, email }) => ({ id: ids.get(id) ?? id, email }));
    if (users.some(({ id, email }) => known.has(email) && known.get(email) !== ids.get(id)))
      throw conflict("transfer.users-changed");
    if (missing.length > 0) await database.withPlatform("transfer", (platform) => insertUsers(platform, missing));
  }
}

async function* usersIn(directory: string): AsyncGenerator<CarriedUser[]> {
  for await (const lines of batchesOf(join(directory, "users"))) yield lines.map(parseCarriedUser);
}

function lookUp(database: Database, users: readonly CarriedUser[]) {
  return database.withPlatform(
    "transfer",
    async (platform) => {
      const accounts = platform.selectFrom("user_account").select(["id", "email"]);
      const byEmail = await accounts
        .where(
          "email",
          "in",
          users.map(({ email }) => email),
        )
        .execute();
      const byId = await accounts
        .where(
          "id",
          "in",
          users.map(({ id }) => id),
        )
        .execute();
      return { known: new Map(byEmail.map(({ id, email }) => [email, id])), taken: new Set(byId.map(({ id }) => id)) };
    },
    { readOnly: true },
  );
}

async function insertUsers(platform: Kysely<DB>, users: readonly CarriedUser[]): Promise<void> {
  const created_at = systemClock.now();
  try {
    await platform
      .insertInto("user_account")
      .values(users.map((user) => ({ ...user, created_at })))
      .execute();
  } catch (error) {
    if (violates(error, "user_account_email_key")) throw conflict("transfer.users-changed");
    throw violates(error, "user_account_email_check") ? invalid("transfer.users-malformed") : error;
  }
}
