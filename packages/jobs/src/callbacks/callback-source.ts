import type { Database } from "@guildhall/db";
import type { Logger } from "pino";

/** A callback as the inbox gives it to whoever acts on it. */
export interface StoredCallback {
  /** The sender's own name for it: the stable key of every effect. */
  readonly key: string;
  /** As it was received; who sent it was proven before it was stored. */
  readonly body: string;
  readonly receivedAt: Date;
}

/** A system that calls back, and what is done about it. */
export interface CallbackSource {
  readonly name: string;
  /**
   * Acts on a callback and says in a word what came of it. A process that dies here acts again in the next, and
   * callbacks come in any order: each effect has to be one whose second time changes nothing. Throwing tries again later.
   */
  act(callback: StoredCallback, run: { readonly database: Database; readonly logger: Logger }): Promise<string>;
}
