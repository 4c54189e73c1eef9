import type { LiveRef } from "@guildhall/docs/schemas";
import type { Words } from "../../shell/words.ts";
import type { DocumentPlaces } from "../document-props.ts";

/** What the views of nodes need of the page around the editor. */
export interface ViewHooks extends DocumentPlaces {
  readonly words: Words;
  /** A live block's place on the page, to be drawn in; null when it is gone. */
  readonly onLiveBlock: (place: HTMLElement, block: LiveBlock | null) => void;
  /** Somebody would say in words what a picture shows. */
  readonly onDescribe: (picture: AskedPicture) => void;
}

export interface AskedPicture {
  /** Where it stands now; undefined when it is gone. */
  readonly at: () => number | undefined;
  readonly alt: string;
  readonly name: string;
}

export interface LiveBlock extends LiveRef {
  /** Lets it show something else, unless it is gone meanwhile. */
  readonly change: (params: LiveRef["params"]) => void;
}

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
