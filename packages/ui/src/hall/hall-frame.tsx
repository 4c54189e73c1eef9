import { m } from "@guildhall/i18n/messages";
import type { ReactNode } from "react";
import { accentStyle } from "../accent/accent.ts";
import { SkipLink } from "../navigation/skip-link.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { HallBar, HallTop } from "./hall-phone.tsx";
import { HallRail } from "./hall-rail.tsx";
import type { HallSection, HallSign } from "./place.ts";

type HallFrameProps = {
  readonly sign: HallSign;
  readonly sections: readonly HallSection[];
  /** The rooms of the bar on a phone, by address, four at most; the first four without it. */
  readonly near?: readonly string[] | undefined;
  /** Opens the palette. */
  readonly onSearch?: (() => void) | undefined;
  readonly bell?: ReactNode;
  /** Who sits here: a face, a menu. */
  readonly foot?: ReactNode;
  /** Across the top: a trial that ends, a hall that is closed. */
  readonly banner?: ReactNode;
  /** The page fills the window and scrolls within itself. */
  readonly full?: boolean | undefined;
  readonly children: ReactNode;
};

/** A workspace: the rail at the left and the page beside it; on a phone a lintel above and a threshold below. */
export function HallFrame({
  sign,
  sections,
  near,
  onSearch,
  bell,
  foot,
  banner,
  full = false,
  children,
}: HallFrameProps) {
  const { t } = useKitWords();
  const all = sections.flatMap(({ places }) => places);
  const places = near ? near.flatMap((href) => all.filter((place) => place.href === href)) : all;
  return (
    <div style={accentStyle(sign.accent)}>
      <SkipLink href="#main">{t(m.ui_skip)}</SkipLink>
      {banner}
      <div className="min-h-dvh md:grid md:grid-cols-[var(--rail)_minmax(0,1fr)] print:block">
        <HallRail
          sign={sign}
          sections={sections}
          search={onSearch && { onSearch, shortcut: "mod+k" }}
          bell={bell}
          foot={foot}
        />
        <HallTop sign={sign} onSearch={onSearch} bell={bell} />
        <main
          id="main"
          tabIndex={-1}
          className={
            full
              ? "focus-holder min-w-0 pb-bar md:pb-0"
              : "focus-holder min-w-0 px-s4 pt-s4 pb-bar-room md:px-s5 md:pb-s6"
          }
        >
          {children}
        </main>
        <HallBar places={places} sections={sections} foot={foot} />
      </div>
    </div>
  );
}
