import type { Database } from "@guildhall/db";
import { z } from "zod";
import type { SignedIn } from "../sessions/sessions.ts";
import { type DeviceName, nameDevice } from "./device-name.ts";

/** A browser that is signed in. */
export interface SignedInDevice extends DeviceName {
  /** The session's id at rest, which signs nobody in. */
  readonly id: string;
  readonly ip: string | null;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
  /** The one that asks. */
  readonly current: boolean;
}

/** Where somebody is signed in: the device that asks first, then as they were last seen. At most a hundred. */
export async function listDevices(
  database: Database,
  { user, sessionId }: Pick<SignedIn, "user" | "sessionId">,
  now: Date,
): Promise<SignedInDevice[]> {
  const rows = await database.withPlatform(
    "sign-in",
    (platform) =>
      platform
        .selectFrom("session")
        .select(["id", "created_at", "last_seen_at", "user_agent", "ip"])
        .where("user_id", "=", user.id)
        .where("expires_at", ">", now)
        .orderBy((row) => row("id", "=", sessionId), "desc")
        .orderBy((row) => row.fn.coalesce("last_seen_at", "created_at"), "desc")
        .limit(100)
        .execute(),
    { readOnly: true },
  );
  return rows.map(({ id, created_at, last_seen_at, user_agent, ip }) => ({
    id,
    ...nameDevice(user_agent),
    ip: ip?.replace(/\/(?:32|128)$/, "") ?? null,
    signedInAt: created_at,
    lastSeenAt: last_seen_at ?? created_at,
    current: id === sessionId,
  }));
}

const endDeviceInput = z.object({ device: z.string().regex(/^[0-9a-f]{64}$/) });

/** Signs one of their own devices out; somebody else's is not there to be signed out, and nothing is said about it. */
export async function endDevice(database: Database, { user }: Pick<SignedIn, "user">, input: unknown): Promise<void> {
  const { device } = endDeviceInput.parse(input);
  await database.withPlatform("sign-in", (platform) =>
    platform.deleteFrom("session").where("id", "=", device).where("user_id", "=", user.id).execute(),
  );
}

/** Signs out everywhere but here; returns how many that were. */
export async function endOtherDevices(
  database: Database,
  { user, sessionId }: Pick<SignedIn, "user" | "sessionId">,
): Promise<number> {
  const { numDeletedRows } = await database.withPlatform("sign-in", (platform) =>
    platform
      .deleteFrom("session")
      .where("user_id", "=", user.id)
      .where("id", "<>", sessionId)
      .executeTakeFirstOrThrow(),
  );
  return Number(numDeletedRows);
}
