import type { DocumentMark, DocumentMentionKind, DocumentNode } from "../../editor/document-node.ts";
import type { HtmlNode } from "./html-tree.ts";

interface FoundPicture {
  readonly fileId: string;
  readonly name?: string | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}

/** Where what a file names is to be found in the hall. */
export interface Places {
  /** The picture that lies there beside the file; null for none. */
  readonly pictureAt?: ((src: string) => FoundPicture | null) | undefined;
  /** Where a link is to lead from now on; null to leave it as it is. */
  readonly linkAt?: ((href: string) => string | null) | undefined;
  /** Whom or what an address of the hall means; null where it is an address like any other. */
  readonly mentionAt?:
    | ((href: string) => { readonly kind: DocumentMentionKind; readonly id: string } | null)
    | undefined;
}

export interface ReadOptions extends Places {
  /** Boxes at the start of an item are tasks, and a break between two Chinese characters is none. */
  readonly isMarkdown?: boolean;
}

/** What a reader of parts goes on reading with. */
export interface Reading {
  readonly options: ReadOptions;
  blocks(nodes: readonly HtmlNode[], marks?: readonly DocumentMark[]): DocumentNode[];
  /** The same, and an empty line where there is nothing. */
  filled(nodes: readonly HtmlNode[]): DocumentNode[];
  /** One line of words without pictures. */
  line(nodes: readonly HtmlNode[]): DocumentNode[];
}
