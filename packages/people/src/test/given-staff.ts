import { createUser } from "@guildhall/auth";
import { type Actor, type Id, newId } from "@guildhall/core";
import { grantEntitlement, personActor } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";
import { type GivenTenant, given, type TestDatabase } from "@guildhall/testing";
import { addLogin } from "../logins/add-login.ts";

/** Where the links of these tests lead. */
export const door = { secret: "a secret that only these tests know", publicUrl: "https://guildhall.example" };

export interface Member {
  readonly userId: Id<"user_account">;
  readonly personId: Id<"person">;
  readonly email: string;
  readonly actor: Actor;
}

export interface StaffedHall extends GivenTenant {
  /** Somebody new with this role; without one, a member. */
  somebody(role: Role | null, fullName?: string): Promise<Member>;
}

/** A hall with this many seats; as many as it likes unless said. */
export async function staffedHall(db: TestDatabase, seats: number | null = null): Promise<StaffedHall> {
  const hall = await given(db).tenant();
  await hall.inside((ctx) => grantEntitlement(ctx, { key: "staff.seats", amount: seats, source: "gift", until: null }));
  return {
    ...hall,
    somebody: async (role, fullName = "林乔") => {
      const { userId, email } = await someUser(db);
      const personId = await hall.inside((ctx) => addLogin(ctx, { userId, fullName, email, role }));
      return { userId, personId, email, actor: personActor({ userId, personId, role }) };
    },
  };
}

/** An account with a verified address, and no place in any hall. */
export async function someUser(
  db: TestDatabase,
  email = `u-${newId().slice(-12)}@example.com`,
): Promise<{ userId: Id<"user_account">; email: string }> {
  return { userId: await createUser(db.database, { email, password: null, emailVerified: true }), email };
}

/** Lets `work` run while these rows are held, until as many of it wait as should; then lets go. Returns what became of each. */
export async function whileHeld<Result>(
  db: TestDatabase,
  { rows, waiters }: { rows: string; waiters: number },
  work: () => readonly Promise<Result>[],
  poll: (waiting: () => Promise<number | null>, expected: number) => Promise<void>,
): Promise<PromiseSettledResult<Result>[]> {
  const holder = await db.owner.connect();
  try {
    await holder.query("begin");
    await holder.query(`select from ${rows} for update`);
    const results = Promise.allSettled(work());
    const waiting = async () =>
      (
        await db.owner.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
      ).rowCount;
    await poll(waiting, waiters);
    await holder.query("rollback");
    return await results;
  } finally {
    holder.release();
  }
}
