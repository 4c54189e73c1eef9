import { m } from "@guildhall/i18n/messages";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../actions/button.tsx";
import { Float } from "../overlays/float.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import type { Trouble } from "./use-edits.ts";

type TroubleNoteProps = {
  readonly id: string;
  readonly trouble: Trouble;
  readonly table: RefObject<HTMLTableElement>;
  readonly onClose: () => void;
};

/** Why an edit was not kept, beside its cell. */
export function TroubleNote({ id, trouble, table, onClose }: TroubleNoteProps) {
  const { t } = useKitWords();
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
      <span id={id} role="alert">
        {trouble.message}
      </span>
      <Button size="s" look="quiet" icon="close" label={t(m.ui_close)} onPress={onClose} />
    </Float>
  );
}
