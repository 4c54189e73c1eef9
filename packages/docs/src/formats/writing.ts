import type { Locale } from "@guildhall/core";
import type { DocumentMentionKind, DocumentNode } from "../editor/document-node.ts";
import type { LiveRef } from "../editor/live-questions.ts";

/** A picture or a file of a document, as far as whoever takes it along may have it. */
export interface TakenFile {
  readonly name: string;
  /** Where it is found from the file that is written; null where nobody can follow it there. */
  readonly href: string | null;
  /** Its bytes, for formats that carry their pictures in themselves. */
  readonly picture?: TakenPicture | undefined;
}

export interface TakenPicture {
  readonly bytes: Uint8Array;
  readonly type: "jpg" | "png";
  readonly width: number;
  readonly height: number;
}

/** What is around a document that is written as a file. */
export interface Writing {
  readonly locale: Locale;
  readonly words: WritingWords;
  /** Undefined for one that is gone, or that is not theirs to see. */
  readonly fileOf: (fileId: string) => TakenFile | undefined;
  readonly mentionHref: (mention: { readonly kind: DocumentMentionKind; readonly id: string }) => string | undefined;
  /** Where a link leads from the file; the same for what is not of the hall. */
  readonly linkHref: (href: string) => string;
  /** What a live block says at this moment to whoever takes it along; undefined where it is not for them. */
  readonly liveText: (block: LiveRef) => LiveText | undefined;
}

interface LiveText {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What is said in place of what a format cannot show. */
export interface WritingWords {
  readonly untitled: string;
  readonly contents: string;
  readonly pictureGone: string;
  readonly fileUnnamed: string;
  /** A part that this edition of the suite does not know. */
  readonly unknown: string;
  readonly liveClosed: string;
  readonly callouts: Readonly<Record<"info" | "idea" | "warning" | "done", string>>;
  readonly day: (day: string) => string;
}

/** One of several documents that are written into one file. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** Below how many others. */
  readonly depth: number;
  readonly json: DocumentNode;
}
