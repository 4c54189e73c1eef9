import { m } from "@guildhall/i18n/messages";
import { useEffect, useRef } from "react";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { asHead } from "./roles.ts";
import { chooseLoaded, extentOf, type GridSelection } from "./selection.ts";

type ChooseLoadedProps = {
  readonly order: readonly string[];
  readonly selection: GridSelection;
  readonly awake: boolean;
  readonly onSelection: (selection: GridSelection) => void;
};

/** Ticks all rows that are loaded; half ticked where only some are. */
export function ChooseLoaded({ order, selection, awake, onSelection }: ChooseLoadedProps) {
  const { t } = useKitWords();
  const box = useRef<HTMLInputElement>(null);
  const extent = extentOf(selection, order);
  useEffect(() => {
    if (box.current) box.current.indeterminate = extent === "some";
  }, [extent]);
  return (
    <th {...asHead} aria-colindex={1} aria-label={t(m.grid_choose_loaded)} className="grid-box">
      {awake && (
        <label>
          <input
            ref={box}
            type="checkbox"
            tabIndex={-1}
            aria-label={t(m.grid_choose_loaded)}
            checked={extent === "all"}
            onChange={(event) => onSelection(chooseLoaded(order, event.currentTarget.checked))}
            className="grid-tick"
          />
          <Icon name={extent === "some" ? "minus" : "check"} />
        </label>
      )}
    </th>
  );
}
