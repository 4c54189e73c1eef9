import type { Actor, Clock, Id, Locale } from "@guildhall/core";
import type { Kysely } from "kysely";
import type { DB } from "./schema.gen.ts";

/** The tenant as everything inside it needs to know it. */
export interface Tenant {
  readonly id: Id<"tenant">;
  readonly slug: string;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly accent: string | null;
}

/** Who asks, where, when and in which language: all that a tenant's transaction is opened with. */
export interface Scope {
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly locale: Locale;
  readonly requestId: string | null;
}

/** What every command and query gets first. `db` sees this tenant's rows and no others. */
export interface Ctx extends Scope {
  readonly db: Kysely<DB>;
  /**
   * NOTIFYs `channel`, without a payload, once the transaction is on disk; never if it is rolled back. A hint: whoever
   * listens must also look by itself from time to time.
   */
  wake(channel: string): void;
}
