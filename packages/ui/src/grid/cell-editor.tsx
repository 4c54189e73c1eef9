import { m } from "@guildhall/i18n/messages";
import { useRef, useState } from "react";
import { isComposing } from "../keys/is-writing.ts";
import { Float } from "../overlays/float.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { readCell, writeCell } from "./cell-input.ts";
import type { GridColumn } from "./column.ts";
import type { CellEditorProps, Onward } from "./editing.ts";
import { PickEditor } from "./pick-editor.tsx";

/** Writes one cell in its place: a line for what is written, a list for what is chosen. */
export function CellEditor(props: CellEditorProps) {
  const { column } = props;
  const picked = column.kind === "choice" || column.kind === "choices" || column.kind === "record";
  return picked ? <PickEditor {...props} /> : <LineEditor {...props} />;
}

function LineEditor({ cell, column, name, value, start, zone, onCommit, onCancel }: CellEditorProps) {
  const { t } = useKitWords();
  const [wrong, setWrong] = useState<string>();
  const input = useRef<HTMLInputElement | null>(null);
  const done = useRef(false);
  const finish = (onward: Onward): boolean => {
    if (done.current) return true;
    const text = input.current?.value ?? "";
    const read = readCell(column, text, value, zone);
    if (!read.ok) {
      setWrong(t(WRONG[read.wrong]));
      return false;
    }
    done.current = true;
    onCommit(read.value, onward);
    return true;
  };
  return (
    <>
      <input
        ref={(held) => {
          if (held && held !== input.current) begin(held, start === undefined);
          input.current = held;
        }}
        type={TYPES[column.kind] ?? "text"}
        {...((column.kind === "number" || column.kind === "money") && { inputMode: "decimal" as const })}
        aria-label={t(m.grid_edit, { column: column.label, name })}
        {...(wrong && { "aria-invalid": true })}
        autoComplete="off"
        defaultValue={start ?? writeCell(column, value, zone)}
        onBlur={() => {
          // What cannot be read when somebody goes elsewhere is let go.
          if (!finish("stay")) onCancel();
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          event.stopPropagation();
          const onward = onwardOf(event.key, event.shiftKey);
          if (event.key === "Escape") {
            done.current = true;
            onCancel();
          } else if (onward) {
            event.preventDefault();
            finish(onward);
          }
        }}
        className="absolute inset-0 z-10 size-full bg-raised px-s3 text-s text-ink outline-2 -outline-offset-2 outline-focus"
      />
      {wrong && (
        <Float anchor={cell} onClose={() => setWrong(undefined)} role="tooltip" className={SLIP}>
          <span role="alert">{wrong}</span>
        </Float>
      )}
    </>
  );
}

function begin(input: HTMLInputElement, whole: boolean) {
  input.focus({ preventScroll: true });
  if (whole && input.type === "text") input.select();
}

function onwardOf(key: string, shift: boolean): Onward | undefined {
  if (key === "Enter") return shift ? "stay" : "down";
  if (key === "Tab") return shift ? "previous" : "next";
  return undefined;
}

const SLIP = "rounded-r2 border border-seal bg-raised px-s3 py-s1 text-s text-seal shadow-float";
const TYPES: Partial<Record<GridColumn["kind"], string>> = { date: "date", instant: "datetime-local" };
const WRONG = { number: m.grid_edit_number, amount: m.grid_edit_amount, date: m.grid_edit_date };
