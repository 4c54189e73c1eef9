import { m } from "@guildhall/i18n/messages";
import { Button, Dialog, TextAreaField } from "@guildhall/ui";
import type { Editor } from "@tiptap/core";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useWords } from "../../shell/words.ts";
import { backToWords } from "../views/block-control.ts";
import type { AskedPicture } from "../views/view-hooks.ts";

interface DescribePictureProps {
  readonly editor: Editor;
  readonly picture: AskedPicture;
  readonly onDone: () => void;
}

/** What a picture shows, for whoever does not see it: read aloud, searched, and written below it. */
export default function DescribePicture({ editor, picture, onDone }: DescribePictureProps) {
  const { t } = useWords();
  const id = useId();
  const [isGone, setGone] = useState(false);
  const isKept = useRef(false);
  // Once the sheet has given the focus back, so that what was done is undone by the next key.
  useEffect(
    () => () => {
      if (isKept.current) backToWords(editor);
    },
    [editor],
  );
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const said = new FormData(event.currentTarget).get("alt");
    if (!reword(editor, picture, String(said ?? ""))) return setGone(true);
    isKept.current = true;
    onDone();
  };
  return (
    <Dialog
      open
      title={t(m.editor_picture_describe)}
      description={t(m.editor_picture_describe_why)}
      closeLabel={t(m.ui_close)}
      onOpenChange={(isOpen) => !isOpen && onDone()}
      actions={
        <Button type="submit" look="primary" form={id}>
          {t(m.editor_picture_describe_keep)}
        </Button>
      }
    >
      <form id={id} onSubmit={set} className="grid gap-s3">
        <TextAreaField
          id={`${id}-alt`}
          name="alt"
          label={t(m.editor_picture_shows)}
          description={picture.name}
          defaultValue={picture.alt}
          maxLength={longest}
          error={isGone ? t(m.editor_picture_taken_away) : undefined}
          data-autofocus
          onKeyDown={(event) => {
            const isSend = event.key === "Enter" && (event.metaKey || event.ctrlKey);
            if (isSend && !event.nativeEvent.isComposing) event.currentTarget.form?.requestSubmit();
          }}
        />
      </form>
    </Dialog>
  );
}

/** As much as is read of it when it is pasted. */
const longest = 500;

/** False where somebody has taken the picture away meanwhile. Nobody's caret moves by it. */
function reword(editor: Editor, { at }: AskedPicture, said: string): boolean {
  const pos = at();
  if (editor.isDestroyed || !editor.isEditable || pos === undefined) return false;
  if (editor.state.doc.nodeAt(pos)?.type.name !== "image") return false;
  const alt = said.replace(/\s+/g, " ").trim().slice(0, longest);
  if (alt !== editor.state.doc.nodeAt(pos)?.attrs.alt)
    editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, "alt", alt));
  return true;
}
