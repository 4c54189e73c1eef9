import { m } from "@guildhall/i18n/messages";
import { useEffect, useRef } from "react";
import { Icon } from "../marks/icon.tsx";
import { WithScript } from "../scripts.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { useSelection } from "./selection-form.tsx";

/** Ticks one row; with Shift, all from the last one ticked. The first thing in a row, before its TableLead. */
export function RowSelect({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useKitWords();
  const selection = useSelection();
  const on = selection.chosen.has(id);
  return (
    <td className={CELL}>
      <label className={BOX}>
        <input
          type="checkbox"
          name={selection.name}
          value={id}
          aria-label={t(m.ui_select, { name })}
          checked={on}
          onChange={(event) => {
            const { nativeEvent } = event;
            selection.choose(
              id,
              event.currentTarget.checked,
              "shiftKey" in nativeEvent && nativeEvent.shiftKey === true,
            );
          }}
          className={TICK}
        />
        <Tick />
      </label>
    </td>
  );
}

/** Ticks all rows in sight; half ticked where only some are. */
export function SelectAll() {
  const { t } = useKitWords();
  const { count, of, chooseAll } = useSelection();
  const box = useRef<HTMLInputElement>(null);
  const some = count > 0 && count < of;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <th scope="col" className="sticky top-0 z-10 h-control-m w-row border-y bg-paper">
      <WithScript>
        <label className={BOX}>
          <input
            ref={box}
            type="checkbox"
            aria-label={t(m.ui_select_all)}
            checked={of > 0 && count === of}
            onChange={(event) => chooseAll(event.currentTarget.checked)}
            className={TICK}
          />
          <Tick half={some} />
        </label>
      </WithScript>
    </th>
  );
}

function Tick({ half = false }: { readonly half?: boolean }) {
  return (
    <span className="pointer-events-none absolute hidden text-paper peer-checked:flex peer-indeterminate:flex forced-colors:hidden">
      <Icon name={half ? "minus" : "check"} />
    </span>
  );
}

const CELL = "h-row w-row border-b";
const BOX = "relative mx-auto grid size-target place-items-center";
const TICK =
  "peer size-mark appearance-none rounded-r1 border border-control bg-surface transition-colors checked:border-ink checked:bg-ink indeterminate:border-ink indeterminate:bg-ink hover:border-ink-3 forced-colors:appearance-auto";
