import { m } from "@guildhall/i18n/messages";
import { type ReactNode, useId } from "react";
import { Link } from "react-aria-components/Link";
import { Button } from "../actions/button.tsx";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { HallHome, HallRooms } from "./hall-rail.tsx";
import type { HallPlace, HallSection, HallSign } from "./place.ts";

type HallTopProps = {
  readonly sign: HallSign;
  readonly onSearch?: (() => void) | undefined;
  readonly bell?: ReactNode;
};

/** The lintel on a phone: whose hall it is, the search, the bell. */
export function HallTop({ sign, onSearch, bell }: HallTopProps) {
  const { t } = useKitWords();
  return (
    <header className="sticky top-0 z-20 flex items-center justify-between gap-s2 border-b bg-sunk px-s2 py-s1 md:hidden print:hidden">
      <HallHome sign={sign} compact />
      <span className="flex flex-none items-center gap-s1">
        {onSearch && <Button look="quiet" icon="search" label={t(m.ui_search_or_do)} onPress={onSearch} />}
        {bell}
      </span>
    </header>
  );
}

type HallBarProps = {
  /** Up to four rooms that a thumb should reach. */
  readonly places: readonly HallPlace[];
  readonly sections: readonly HallSection[];
  readonly foot?: ReactNode;
};

/** The threshold on a phone: four rooms, and a drawer with all of them. The drawer is the browser's own, and opens without script. */
export function HallBar({ places, sections, foot }: HallBarProps) {
  const { t } = useKitWords();
  const drawerId = useId();
  return (
    <>
      <nav
        aria-label={t(m.ui_rooms_near)}
        className="safe-below fixed inset-x-0 bottom-0 z-20 border-t bg-sunk md:hidden print:hidden"
      >
        <ul className="grid auto-cols-fr grid-flow-col">
          {places.slice(0, 4).map(({ href, label, icon, current = false }) => (
            <li key={href} className="min-w-0">
              <Link href={href} {...(current && { "aria-current": "page" })} className={BAR_ITEM}>
                <Icon name={icon} />
                <span className="max-w-full truncate">{label}</span>
              </Link>
            </li>
          ))}
          <li className="min-w-0">
            <button type="button" {...{ popovertarget: drawerId }} className={`${BAR_ITEM} w-full`}>
              <Icon name="menu" />
              <span className="max-w-full truncate">{t(m.ui_all_rooms)}</span>
            </button>
          </li>
        </ul>
      </nav>
      <div
        id={drawerId}
        {...{ popover: "auto" }}
        onClickCapture={(event) => {
          // The page changes underneath without a load, so the drawer is closed by hand.
          if (event.target instanceof Element && event.target.closest("a")) event.currentTarget.hidePopover();
        }}
        className="drawer overflow-auto rounded-t-r3 border-t bg-sunk p-s3 text-ink shadow-float md:hidden"
      >
        <nav aria-label={t(m.ui_rooms)} className="grid">
          <HallRooms sections={sections} />
        </nav>
        {foot && <div className="mt-s4 grid gap-s2 border-t pt-s3">{foot}</div>}
      </div>
    </>
  );
}

const BAR_ITEM =
  "focus-inside grid h-bar content-center justify-items-center gap-s1 px-s1 text-xs text-ink-2 no-underline aria-[current]:place-above aria-[current]:font-semibold aria-[current]:text-ink";
