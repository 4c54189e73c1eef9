import { isSafeHref } from "@guildhall/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { Placeholder, UndoRedo } from "@tiptap/extensions";
import { type MentionHooks, mentionNode } from "./mention-node.ts";

/** What a light rich text may hold, and nothing else: the same as `readRichText` reads. */
export function lightExtensions(placeholder: string, mentions: MentionHooks) {
  return [
    Document,
    Paragraph,
    Text,
    Bold,
    Italic,
    HardBreak,
    BulletList,
    OrderedList,
    ListItem,
    ListKeymap,
    Link.configure({ openOnClick: false, isAllowedUri: (href) => isSafeHref(href), defaultProtocol: "https" }),
    mentionNode(mentions),
    UndoRedo,
    Placeholder.configure({ placeholder }),
  ];
}
