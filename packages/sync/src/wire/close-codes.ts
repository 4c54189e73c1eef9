/**
 * Why the server ends a connection. y-websocket 3 takes 4400–4499 as final and comes again after any other.
 */
export const closeCodes = {
  /** A frame that is not of the protocol, or an update that is none. */
  malformed: [4400, "malformed"],
  /** No longer signed in. */
  signedOut: [4401, "signed out"],
  /** Access was taken away. */
  forbidden: [4403, "access gone"],
  /** There is no such room any more. */
  gone: [4404, "room gone"],
  /** The content was replaced, or the page is older than the server: load it anew. */
  outdated: [4409, "outdated"],
  /** This node stops; another one serves the room. */
  leaving: [1012, "node leaves"],
  /** Could not be loaded in time. */
  unavailable: [4503, "not loaded, try again"],
  /** Read too slowly for too long. */
  slow: [4508, "too slow, try again"],
  /** More was sent than can be kept until it is stored. */
  flooded: [4529, "too much at once, try again"],
} as const satisfies Record<string, readonly [number, string]>;

export type CloseReason = keyof typeof closeCodes;
