import { m } from "@guildhall/i18n/messages";
import type { LiveRoom } from "@guildhall/sync/client";
import type { Extensions } from "@tiptap/core";
import type { Words } from "../../shell/words.ts";
import type { DocumentEditorProps } from "../document-props.ts";
import { blockControls } from "../views/block-control.ts";
import { blockChoices, matching } from "./block-choices.ts";
import { blockMoves } from "./block-moves.ts";
import { carets } from "./carets.ts";
import { codeColours } from "./code-colours.ts";
import { commenting } from "./commenting.ts";
import { liveKeys } from "./live-keys.ts";
import { type OfferHooks, offers } from "./offers.ts";
import { pasting } from "./pasting.ts";
import { pressing } from "./pressing.ts";
import { saidBeside } from "./said-beside.ts";
import { typing } from "./typing.ts";
import { limitWords, pasteWords, uploadHooks } from "./upload-words.ts";
import { uploads } from "./uploads.ts";
import { withinLimits } from "./within-limits.ts";

interface Given {
  readonly room: LiveRoom;
  /** What the page gives now; it may give another with every drawing. */
  readonly given: () => Omit<DocumentEditorProps, "children">;
  readonly words: Words;
  readonly attach: (accept: string) => void;
  readonly offerHooks: OfferHooks;
}

/** What makes an editor of a document's schema. */
export function writingExtensions({ room, given, words, attach, offerHooks }: Given): Extensions {
  const { me, upload, findMentions, talk } = given();
  return [
    ...typing({ title: words.t(m.editor_title_here), text: words.t(m.editor_write_here) }),
    carets(room, me),
    blockMoves,
    liveKeys,
    blockControls,
    codeColours,
    saidBeside(words.t(m.editor_note_close)),
    pasting(pasteWords(words)),
    withinLimits(limitWords(words)),
    pressing({ onThread: (threadId) => given().talk?.onThread(threadId) }),
    ...(talk
      ? [
          commenting({
            anchors: talk.anchors,
            room,
            onBegin: () => given().talk?.onBegin(),
            onThread: (threadId, byKey) => given().talk?.onThread(threadId, byKey),
          }),
        ]
      : []),
    offers(
      {
        blocks: (query) =>
          matching(blockChoices({ words, liveParts: given().liveParts, attach: upload && attach }), query),
        find: findMentions && ((query, signal) => given().findMentions?.(query, signal) ?? Promise.resolve([])),
      },
      offerHooks,
    ),
    ...(upload ? [uploads(uploadHooks((file) => (given().upload ?? upload)(file), words))] : []),
  ];
}
