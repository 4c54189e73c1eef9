import { policy } from "@guildhall/core";
import { atLeast, type DocumentRole } from "../access/document-role.ts";

interface Said {
  /** What the actor may do with the document. */
  readonly role: DocumentRole | null;
  /** Whether it is theirs: the comment, or the thread that they began. */
  readonly own: boolean;
}

/**
 * What is said about a document is among those who may say something (`documentPolicy`, "comment"); whoever only reads
 * it hears nothing of it. This is what they may do with what was said.
 */
export const commentPolicy = policy<Said>()({
  view: (_, { role }) => atLeast(role, "comment"),
  react: (actor, { role }) => actor.kind === "person" && atLeast(role, "comment"),
  change: (_, { role, own }) => own && atLeast(role, "comment"),
  remove: (_, { role, own }) => atLeast(role, "manage") || (own && atLeast(role, "comment")),
  resolve: (_, { role, own }) => atLeast(role, "edit") || (own && atLeast(role, "comment")),
});
