import { type Id, idSchema, lineSchema, type RichText, richTextSchema } from "@guildhall/core";
import { z } from "zod";

/** What somebody can say to a comment without words. */
export const reactionSigns = ["👍", "❤️", "🎉", "😄", "👀", "✅"] as const;
export type ReactionSign = (typeof reactionSigns)[number];

/** Of the words of a comment. */
const longest = 4_000;
/** Of what a guest calls themselves. */
export const longestGuestName = 80;

/** A comment as somebody reads it who may. */
export interface Comment {
  readonly id: Id<"document_comment">;
  readonly author: CommentAuthor;
  readonly body: RichText;
  readonly at: Date;
  readonly edited: boolean;
  readonly mayChange: boolean;
  readonly mayRemove: boolean;
  readonly reactions: readonly Reaction[];
}

interface CommentAuthor {
  /** Null for a guest who came by a link, and for whoever was forgotten. */
  readonly id: Id<"person"> | null;
  /** As they are called now; a guest as they called themselves. Null for whoever was forgotten. */
  readonly name: string | null;
  readonly isGuest: boolean;
}

export interface Reaction {
  readonly sign: ReactionSign;
  readonly names: readonly string[];
  readonly mine: boolean;
}

/** A conversation about some words of a document, or about all of it. */
export interface Thread {
  readonly id: Id<"document_thread">;
  /** The words that it stands on, as last seen; null for the whole document. */
  readonly quote: string | null;
  /** Its words are not in the document any more. */
  readonly isLost: boolean;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly mayResolve: boolean;
  readonly comments: readonly Comment[];
}

/** All that is said about a document, and as whom the reader would join in. */
export interface Conversation {
  readonly threads: readonly Thread[];
  /** They are nobody whom the hall knows, so they say by what name they go. */
  readonly asGuest: boolean;
}

const body = richTextSchema(longest, { empty: "docs.comment-empty" });
const guestName = lineSchema(longestGuestName).optional();
/** A place between two characters of the document, as Yjs names it, in base64url. */
const place = z
  .string()
  .max(400)
  .regex(/^[\w-]*$/)
  .optional();
const documentId = idSchema("document");
const threadId = idSchema("document_thread");
const commentId = idSchema("document_comment");

/** Without a beginning and an end it is about the whole document. */
export const beginThreadInput = z.object({ documentId, from: place, to: place, body, guestName });
export const replyInput = z.object({ threadId, body, guestName });
export const changeCommentInput = z.object({ commentId, body });
export const commentRefInput = z.object({ commentId });
export const resolveThreadInput = z.object({ threadId, resolved: z.enum(["yes", "no"]) });
export const reactInput = z.object({ commentId, sign: z.enum(reactionSigns), on: z.enum(["yes", "no"]) });
