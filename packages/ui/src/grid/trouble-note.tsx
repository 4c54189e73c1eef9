import { m } from "@guildhall/i18n/messages";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../actions/button.tsx";
import { Float } from "../overlays/float.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { type CellWords, cellText } from "./cell-text.ts";
import type { Trouble } from "./use-edits.ts";

type TroubleNoteProps = {
  readonly id: string;
  readonly trouble: Trouble;
  readonly words: CellWords;
  readonly table: RefObject<HTMLTableElement>;
  /** Writes it all the same. */
  readonly onInsist: (trouble: Trouble) => void;
  readonly onClose: () => void;
};

/** Why an edit was not kept, beside its cell. */
export function TroubleNote({ id, trouble, words, table, onInsist, onClose }: TroubleNoteProps) {
  const { t } = useKitWords();
  const { column, value } = trouble.edit;
  const mine = cellText(column, value, words) || t(m.grid_edit_nothing);
  const cell = useRef<HTMLElement | null>(null);
  const [ready, setReady] = useState(false);
  useLayoutEffect(() => {
    cell.current = table.current?.querySelector<HTMLElement>(`[aria-describedby="${id}"]`) ?? table.current;
    setReady(true);
  }, [id, table]);
  if (!ready) return null;
  return (
    <Float
      key={`${trouble.row} ${trouble.column}`}
      anchor={cell}
      onClose={onClose}
      role="tooltip"
      className="flex items-center gap-s2 rounded-r2 border border-seal bg-raised px-s3 py-s1 text-s text-ink shadow-float"
    >
      <span id={id} role="alert" className="grid max-w-form gap-s1">
        <span>{trouble.message}</span>
        <span className="break-words text-ink-2">{t(m.grid_edit_yours, { text: mine })}</span>
      </span>
      <Button
        size="s"
        onPress={() => {
          onClose();
          onInsist(trouble);
        }}
      >
        {t(trouble.overtaken ? m.grid_edit_insist : m.grid_again)}
      </Button>
      <Button size="s" look="quiet" icon="close" label={t(m.ui_close)} onPress={onClose} />
    </Float>
  );
}
