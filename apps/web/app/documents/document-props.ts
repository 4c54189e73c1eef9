import type { ErrorParams } from "@guildhall/core";
import type { DocumentMentionKind, LiveRef } from "@guildhall/docs/schemas";
import type { ReactNode } from "react";
import type { ThreadAnchors } from "./threads/thread-anchors.ts";

/** The room that a document's words stand in, as the server says it. */
export interface DocumentRoom {
  /** Of the sync server, as `wss://hall.example/sync`. */
  readonly url: string;
  readonly name: string;
  readonly generation: number;
  readonly schemaVersion: number;
  /** What the link that opened the document carries. */
  readonly key?: string | undefined;
}

export interface FoundMention {
  readonly kind: DocumentMentionKind;
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null | undefined;
}

export interface UploadedFile {
  readonly fileId: string;
  readonly name: string;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}

/** Why the house did not take a file. */
export class UploadRefused extends Error {
  readonly code: string;
  readonly params: ErrorParams;

  constructor(code: string, params: ErrorParams) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Where what a document names is to be found; undefined for what leads nowhere for whoever reads. */
export interface DocumentPlaces {
  readonly fileHref?: ((fileId: string) => string | undefined) | undefined;
  readonly mentionHref?:
    | ((mention: { readonly kind: DocumentMentionKind; readonly id: string }) => string | undefined)
    | undefined;
  /** Draws what is shown as it is now; without it, a document says that something such stands there. */
  readonly livePart?: ((block: LiveRef) => ReactNode) | undefined;
}

/** Parts that show what is in the suite now: what there is to put in, how it is chosen and how it is drawn. */
export interface LiveParts {
  readonly offered: readonly { readonly kind: string; readonly label: string }[];
  /** Asks what one is to show; null where nothing was chosen. */
  readonly choose: (kind: string) => Promise<LiveRef["params"] | null>;
  /** `change` is there where whoever looks may choose anew. */
  readonly draw: (block: LiveRef, change: (() => void) | undefined) => ReactNode;
}

/** Whoever reads and writes here; `id` tells what is kept on the device for whom. */
export interface Writer {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

/** How an editor and what is said beside it know of each other. */
export interface DocumentTalk {
  readonly anchors: ThreadAnchors;
  /** A thread's words were pressed. */
  readonly onThread: (threadId: string, byKey?: boolean) => void;
  /** Somebody would say something about the words they chose. */
  readonly onBegin: () => void;
  /** Something was said, or may have been. */
  readonly onTold: () => void;
}

export type DocumentEditorProps = DocumentPlaces & {
  readonly room: DocumentRoom;
  readonly mayEdit: boolean;
  /** Null for somebody whom nobody knows: nothing is kept on the device then. */
  readonly me: Writer | null;
  /** Shown until the room has come, and without script. */
  readonly children: ReactNode;
  /** What stands at the end of the line above: share, history. */
  readonly actions?: ReactNode;
  /** What it is known by in lists, above its title. */
  readonly sign?: ReactNode;
  /** Nobody has written in it yet: the caret goes into its title. */
  readonly isFresh?: boolean | undefined;
  readonly onTitle?: ((title: string) => void) | undefined;
  /** What is said about it, for whoever may hear it and join in. */
  readonly talk?: DocumentTalk | undefined;
  readonly upload?: ((file: File) => Promise<UploadedFile>) | undefined;
  readonly findMentions?: ((query: string, signal: AbortSignal) => Promise<readonly FoundMention[]>) | undefined;
  /** Where a copy of what may not be stored any more is put into a new document. */
  readonly putCopyTo?: string | undefined;
  readonly liveParts?: LiveParts | undefined;
};
