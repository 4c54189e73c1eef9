import type { FindMentions } from "@guildhall/ui/rich-text";
import { createContext, useContext } from "react";

/** Where what is said about a document is read and written. */
export interface TalkPlace {
  /** The page of its threads, which takes what is said. */
  readonly address: string;
  readonly zone: string;
  /** Whoever reads says by what name they go; what they said last. */
  readonly guestName: string | null;
  readonly asGuest: boolean;
  readonly mayReact: boolean;
  readonly mentions: FindMentions;
  /** Where somebody's record is; undefined for whoever may not see it. */
  readonly personHref: (personId: string) => string | undefined;
  /** Sent beside the page, without leaving it; otherwise each form is a page's own. */
  readonly beside: boolean;
  /** Takes a comment back, which may be wanted again. */
  readonly onRemoved: (commentId: string) => void;
  /** Something was said or done. */
  readonly onDone: (threadId: string | null) => void;
}

const TalkContext = createContext<TalkPlace | null>(null);
export const TalkProvider = TalkContext.Provider;

export function useTalk(): TalkPlace {
  const place = useContext(TalkContext);
  if (!place) throw new Error("This is shown beside a document only.");
  return place;
}
