import { m } from "@guildhall/i18n/messages";
import { useRef, useState } from "react";
import type { Choice } from "../choice/choices.ts";
import { Avatar } from "../marks/avatar.tsx";
import { Float } from "../overlays/float.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { choiceOf } from "./cell-text.ts";
import { type CellValue, type GridColumn, idsOf, recordOf } from "./column.ts";
import type { CellEditorProps, Onward } from "./editing.ts";
import { OptionPicker } from "./option-picker.tsx";

/** Chooses a cell's value from a list beside it. One is chosen and done; several are taken when the list is left. */
export function PickEditor({ cell, column, name, value, start, find, onMake, onCommit, onCancel }: CellEditorProps) {
  const { t } = useKitWords();
  const several = column.kind === "choices";
  const [chosen, setChosen] = useState<readonly Choice[]>(() => chosenOf(column, value));
  const done = useRef(false);
  const finish = (now: readonly Choice[], onward: Onward) => {
    if (done.current) return;
    done.current = true;
    onCommit(pickedValue(column, now), onward);
  };
  const options = (column.choices ?? []).map((choice) => ({ value: choice.id, label: choice.name }));
  const none = !several && value !== null ? [{ value: NONE, label: t(m.grid_edit_nothing) }] : [];
  return (
    <Float
      anchor={cell}
      onClose={() => (several ? finish(chosen, "stay") : onCancel())}
      role="dialog"
      label={t(m.grid_edit, { column: column.label, name })}
      takesFocus
      className="grid overflow-auto rounded-r3 border bg-raised p-s2 text-ink shadow-float"
    >
      <OptionPicker
        label={t(m.grid_edit, { column: column.label, name })}
        options={[...none, ...options]}
        find={find}
        chosen={chosen}
        several={several}
        start={start}
        onMake={
          column.makes && onMake
            ? (made) => {
                void onMake(made).then((tag) => {
                  if (tag) setChosen((now) => [...now, { value: tag.id, label: tag.name }]);
                });
              }
            : undefined
        }
        onChange={(now) => {
          setChosen(now);
          if (!several)
            finish(
              now.filter((choice) => choice.value !== NONE),
              "stay",
            );
        }}
        onLeave={(how) => {
          if (how === "escape") {
            done.current = true;
            onCancel();
          } else if (several) finish(chosen, ONWARD[how]);
          else onCancel();
        }}
      />
    </Float>
  );
}

const NONE = "none";
const ONWARD = { enter: "down", tab: "next", "back-tab": "previous" } as const;

function chosenOf(column: GridColumn, value: CellValue): readonly Choice[] {
  const record = recordOf(value);
  if (record) return [asChoice(record, column)];
  const ids = typeof value === "string" ? [value] : idsOf(value);
  return ids.map((id) => ({ value: id, label: choiceOf(column, id)?.name ?? id }));
}

function pickedValue({ kind }: GridColumn, chosen: readonly Choice[]): CellValue {
  const [only] = chosen;
  if (kind === "choices") return chosen.map(({ value }) => value);
  if (!only) return null;
  return kind === "record" ? { id: only.value, name: only.label } : only.value;
}

/** A record as one of a list. */
function asChoice(
  record: { readonly id: string; readonly name: string; readonly hint?: string | undefined },
  { finds }: GridColumn,
): Choice {
  return {
    value: record.id,
    label: record.name,
    ...(record.hint && { hint: record.hint }),
    ...(finds === "person" && { mark: <Avatar id={record.id} name={record.name} size="s" /> }),
  };
}
