import type { Id } from "@guildhall/core";

/** A notice, or several that stand together, as lists show it: words made for its reader, who is looking now. */
export interface NoticeLine {
  readonly id: Id<"notification">;
  /** Null for what its reader may no longer see. */
  readonly topic: string | null;
  readonly title: string;
  readonly text: string | null;
  /** Whose face stands beside it. */
  readonly who: { readonly id: Id<"person">; readonly name: string; readonly avatarFileId: Id<"file"> | null } | null;
  readonly at: Date;
  readonly unread: boolean;
}

/** What the bell shows. */
export interface Bell {
  /** Exact up to 99; 100 for more. */
  readonly unread: number;
  /** Whether something came since its owner last looked. */
  readonly fresh: boolean;
  /** Its owner wants no ringing now. */
  readonly paused: boolean;
}
