import { type CloseReason, closeCodes } from "../wire/close-codes.ts";

/** Why a room cannot be come back to without the person doing something. */
export type EndReason = Extract<CloseReason, "malformed" | "signedOut" | "forbidden" | "gone" | "outdated">;

/**
 * What a page can say of a room. `saved` means stored: the server has said so after its commit. `offline` says whether
 * anything is unsaved, and whether that is kept on this device or only for as long as the page is open.
 */
export type RoomState =
  | { readonly is: "connecting" }
  | { readonly is: "saving"; readonly delayed: boolean }
  | { readonly is: "saved" }
  | { readonly is: "offline"; readonly unsaved: boolean; readonly kept: boolean }
  | { readonly is: "read-only"; readonly unsaved: boolean }
  | { readonly is: "ended"; readonly why: EndReason; readonly unsaved: boolean };

export interface RoomFacts {
  readonly connected: boolean;
  /** The whole of the room has come at least once. */
  readonly hadAll: boolean;
  /** On this connection. */
  readonly synced: boolean;
  readonly mayEdit: boolean;
  readonly storing: boolean;
  /** Changes made here of which the server has not said that they are stored. */
  readonly unsaved: boolean;
  readonly kept: boolean;
  /** Attempts since a connection was last there. */
  readonly failures: number;
  readonly ended: EndReason | null;
}

export function stateOf(facts: RoomFacts): RoomState {
  const { connected, hadAll, synced, mayEdit, storing, unsaved, kept, failures, ended } = facts;
  if (ended) return { is: "ended", why: ended, unsaved };
  if (!connected) return hadAll || unsaved || failures > 1 ? { is: "offline", unsaved, kept } : { is: "connecting" };
  if (!synced) return hadAll && unsaved ? { is: "saving", delayed: false } : { is: "connecting" };
  if (!mayEdit) return { is: "read-only", unsaved };
  return unsaved ? { is: "saving", delayed: !storing } : { is: "saved" };
}

const final: readonly EndReason[] = ["malformed", "signedOut", "forbidden", "gone", "outdated"];

/** The reason behind a close code that is final; null for any other code. */
export function endOf(code: number): EndReason | null {
  return final.find((reason) => closeCodes[reason][0] === code) ?? null;
}

/** The same behind an answer over HTTP; what is none to the server or too large for it will be so every time. */
export function endOfStatus(status: number): EndReason | null {
  return ends[status] ?? null;
}

const ends: Readonly<Record<number, EndReason>> = {
  400: "malformed",
  401: "signedOut",
  403: "forbidden",
  404: "gone",
  409: "outdated",
  413: "malformed",
};
