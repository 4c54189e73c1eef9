import { m } from "@guildhall/i18n/messages";
import type { Editor } from "@tiptap/core";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useWords } from "../shell/words.ts";
import type { DocumentEditorProps } from "./document-props.ts";
import type { Offer } from "./editing/offers.ts";
import { openEditor } from "./editing/open-editor.ts";
import { writingExtensions } from "./editing/writing-extensions.ts";
import type { Here } from "./here/others.ts";
import { WhoIsHere } from "./here/who-is-here.tsx";
import { KeptCopyOffer } from "./kept/kept-copy-offer.tsx";
import { BlockHandle } from "./parts/block-handle.tsx";
import { CommentBubble } from "./parts/comment-bubble.tsx";
import { EditorBar } from "./parts/editor-bar.tsx";
import { OfferList } from "./parts/offer-list.tsx";
import { RoomLine } from "./parts/room-line.tsx";
import { RoomNotice } from "./parts/room-notice.tsx";
import { TableTools } from "./parts/table-tools.tsx";
import { useFilePicker } from "./parts/use-file-picker.tsx";
import { WordMenu } from "./parts/word-menu.tsx";
import { useRoom } from "./room/use-room.ts";
import { documentViews } from "./views/node-views.ts";
import type { AskedPicture, LiveBlock } from "./views/view-hooks.ts";

/** The editor itself, in its room. */
export default function LiveEditor(props: DocumentEditorProps) {
  const { children, actions, mayEdit, me, onTitle, talk } = props;
  const { room, state, hasCome } = useRoom(props.room, me, mayEdit);
  const words = useWords();
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [followed, setFollowed] = useState<Here | null>(null);
  const [picture, setPicture] = useState<AskedPicture | null>(null);
  const [blocks, setBlocks] = useState<ReadonlyMap<HTMLElement, LiveBlock>>(new Map());
  const keys = useRef<(event: KeyboardEvent) => boolean>(() => false);
  const paper = useRef<HTMLDivElement>(null);
  const picker = useFilePicker(editor, props.upload);
  const isWritable = mayEdit && state.is !== "read-only" && state.is !== "ended";
  const now = useRef({ props, words, isWritable, attach: picker.attach });
  now.current = { props, words, isWritable, attach: picker.attach };

  useEffect(() => {
    if (!room || !hasCome || !paper.current) return;
    const { words: say } = now.current;
    return openEditor({
      room,
      paper: paper.current,
      mayEdit: () => now.current.isWritable,
      options: {
        views: documentViews({
          words: say,
          fileHref: (fileId) => now.current.props.fileHref?.(fileId),
          mentionHref: (mention) => now.current.props.mentionHref?.(mention),
          onLiveBlock: (place, block) => setBlocks((before) => withBlock(before, place, block)),
          onDescribe: setPicture,
        }),
        words: {
          toggle: (isOpen) => say.t(isOpen ? m.editor_details_close : m.editor_details_open),
          task: (text) => say.t(m.editor_task, { text }),
        },
      },
      extensions: () =>
        writingExtensions({
          room: room.live,
          given: () => now.current.props,
          words: say,
          attach: (accept) => now.current.attach?.(accept),
          offerHooks: { onOffer: setOffer, onKey: (event) => keys.current(event) },
        }),
      attributes: {
        class: "document",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": say.t(m.editor_label),
        spellcheck: "true",
      },
      onEditor: setEditor,
    });
  }, [room, hasCome]);

  useEffect(() => {
    if (editor && editor.isEditable !== isWritable) editor.setEditable(isWritable);
  }, [editor, isWritable]);
  useTitle(editor, onTitle);
  useEffect(() => room?.live.onTold(() => now.current.props.talk?.onTold()), [room]);
  useBeginning(editor, Boolean(props.isFresh) && isWritable);
  const copyOf = useCallback(() => editor?.getText({ blockSeparator: "\n" }) ?? "", [editor]);
  const isClosed = state.is === "ended" && state.why !== "outdated";

  return (
    <div ref={setFrame} className="document-frame">
      <EditorBar
        state={<RoomLine state={state} />}
        here={room && !isClosed && <WhoIsHere room={room.live} onFollow={setFollowed} />}
        actions={actions}
      />
      {room && editor && !isClosed && followed && (
        <Suspense>
          <Following
            key={followed.key}
            room={room.live}
            editor={editor}
            person={followed}
            onEnd={() => setFollowed(null)}
          />
        </Suspense>
      )}
      {state.is === "ended" && <RoomNotice state={state} copyOf={copyOf} />}
      {!isClosed && props.sign}
      {me && <KeptCopyOffer room={props.room.name} personId={me.id} mayWrite={mayEdit} putTo={props.putCopyTo} />}
      {!editor && !isClosed && children}
      <div ref={paper} hidden={!editor || isClosed} />
      {editor && !isClosed && (
        <>
          {isWritable && <BlockHandle editor={editor} frame={frame} />}
          {isWritable && <TableTools editor={editor} frame={frame} />}
          {isWritable && (
            <WordMenu
              editor={editor}
              frame={frame}
              onComment={talk?.onBegin}
              onBlocks={() => editor.chain().focus().insertContent("/").run()}
            />
          )}
          {!isWritable && talk && <CommentBubble editor={editor} frame={frame} onBegin={talk.onBegin} />}
          {offer && <OfferList id="editor-offers" editor={editor} offer={offer} frame={frame} keys={keys} />}
          {isWritable && picture && (
            <Suspense>
              <DescribePicture editor={editor} picture={picture} onDone={() => setPicture(null)} />
            </Suspense>
          )}
          {[...blocks].map(([place, block]) => (
            <LiveBlockIn
              key={keyOf(place)}
              place={place}
              block={block}
              parts={props.liveParts}
              mayChange={isWritable}
            />
          ))}
        </>
      )}
      {picker.input}
    </div>
  );
}

const DescribePicture = lazy(() => import("./parts/describe-picture.tsx"));
const Following = lazy(() => import("./here/following.tsx"));

type LiveBlockInProps = {
  readonly place: HTMLElement;
  readonly block: LiveBlock;
  readonly parts: DocumentEditorProps["liveParts"];
  readonly mayChange: boolean;
};

function LiveBlockIn({ place, block, parts, mayChange }: LiveBlockInProps) {
  const { kind, params, change } = block;
  const isOffered = parts?.offered.some((each) => each.kind === kind) === true;
  const choose = () => void parts?.choose(kind).then((chosen) => chosen && change(chosen));
  return createPortal(parts?.draw({ kind, params }, mayChange && isOffered ? choose : undefined), place);
}

function withBlock(before: ReadonlyMap<HTMLElement, LiveBlock>, place: HTMLElement, block: LiveBlock | null) {
  const after = new Map(before);
  if (block) after.set(place, block);
  else after.delete(place);
  return after;
}

const numbers = new WeakMap<HTMLElement, number>();
let last = 0;
function keyOf(place: HTMLElement): number {
  const number = numbers.get(place) ?? ++last;
  numbers.set(place, number);
  return number;
}

/** Whoever puts down a document names it first, unless their hand is elsewhere already. */
function useBeginning(editor: Editor | null, isFresh: boolean): void {
  const fresh = useRef(isFresh);
  useEffect(() => {
    const title = editor?.state.doc.firstChild;
    if (!editor || !title || !fresh.current) return;
    fresh.current = false;
    const held = document.activeElement;
    if (held === null || held === document.body) editor.commands.focus(title.nodeSize - 1, { scrollIntoView: false });
  }, [editor]);
}

function useTitle(editor: Editor | null, onTitle: ((title: string) => void) | undefined): void {
  const tell = useRef(onTitle);
  tell.current = onTitle;
  useEffect(() => {
    if (!editor) return;
    let said: string | undefined;
    const look = () => {
      const title = editor.state.doc.firstChild?.textContent ?? "";
      if (title !== said) tell.current?.(title);
      said = title;
    };
    look();
    editor.on("update", look);
    return () => {
      editor.off("update", look);
    };
  }, [editor]);
}
