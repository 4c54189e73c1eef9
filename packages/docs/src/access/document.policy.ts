import { policy } from "@guildhall/core";
import { atLeast, type DocumentRole } from "./document-role.ts";

interface Held {
  /** What the grants that reach somebody come to, on a document or a space. */
  readonly role: DocumentRole | null;
}

/** Documents and spaces alike: what somebody was granted there, or anywhere above it that reaches down. */
export const documentPolicy = policy<Held>()({
  view: (_, { role }) => atLeast(role, "view"),
  comment: (_, { role }) => atLeast(role, "comment"),
  edit: (_, { role }) => atLeast(role, "edit"),
  manage: (_, { role }) => atLeast(role, "manage"),
});

/** New shelves are for those who work in the hall to put up. */
export const spacePolicy = policy<null>()({
  view: (actor) => actor.kind === "person",
  create: (actor) => actor.can("docs.create-space"),
});
