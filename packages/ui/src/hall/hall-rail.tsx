import { m } from "@guildhall/i18n/messages";
import type { ReactNode } from "react";
import { Link } from "react-aria-components/Link";
import { ShortcutKeys } from "../keys/shortcut-keys.tsx";
import { Icon } from "../marks/icon.tsx";
import { Stamp } from "../marks/stamp.tsx";
import { RailLink } from "../navigation/rail-link.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import type { HallSection, HallSign } from "./place.ts";

/** The stamp and the name, which lead home. */
export function HallHome({
  sign,
  compact = false,
}: {
  readonly sign: HallSign;
  readonly compact?: boolean | undefined;
}) {
  return (
    <Link
      href={sign.href}
      className="flex min-h-row min-w-0 items-center gap-s3 rounded-r2 px-s2 text-ink no-underline"
    >
      {sign.logo ? (
        <img src={sign.logo} alt="" className="stamp-m flex-none rounded-r1 object-contain" decoding="async" />
      ) : (
        <Stamp name={sign.name} accent={sign.accent} />
      )}
      <span className={`min-w-0 font-title text-l leading-title font-semibold ${compact ? "truncate" : "break-words"}`}>
        {sign.name}
      </span>
    </Link>
  );
}

/** The rooms under their quiet titles. */
export function HallRooms({ sections }: { readonly sections: readonly HallSection[] }) {
  return (
    <>
      {sections.map(({ title, places }) => (
        <div key={title ?? places[0]?.href} className="grid gap-s0">
          {title && <h2 className="px-s2 pt-s3 pb-s1 text-xs text-ink-3">{title}</h2>}
          <ul className="grid gap-s0">
            {places.map(({ label, ...place }) => (
              <li key={place.href}>
                <RailLink {...place}>{label}</RailLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

type HallSearchProps = {
  readonly onSearch: () => void;
  readonly shortcut: string;
};

/** Looks like a field, opens the palette. */
function HallSearch({ onSearch, shortcut }: HallSearchProps) {
  const { t } = useKitWords();
  return (
    <button
      type="button"
      onClick={onSearch}
      className="flex h-control-m items-center gap-s2 rounded-r2 border border-control bg-surface px-s3 text-s text-ink-2 transition-colors hover:border-ink-3 hover:text-ink"
    >
      <Icon name="search" />
      <span className="min-w-0 flex-1 truncate text-start">{t(m.ui_search_or_do)}</span>
      <ShortcutKeys shortcut={shortcut} />
    </button>
  );
}

type HallRailProps = {
  readonly sign: HallSign;
  readonly sections: readonly HallSection[];
  readonly search?: HallSearchProps | undefined;
  /** Beside the name: the bell. */
  readonly bell?: ReactNode;
  /** Whose seat this is. */
  readonly foot?: ReactNode;
};

/** The rail at the left of a workspace. */
export function HallRail({ sign, sections, search, bell, foot }: HallRailProps) {
  const { t } = useKitWords();
  return (
    <aside className="hidden bg-sunk md:sticky md:top-0 md:flex md:h-dvh md:flex-col md:gap-s2 md:overflow-auto md:border-r md:p-s2 print:hidden">
      <div className="flex items-center justify-between gap-s1 py-s2">
        <HallHome sign={sign} />
        {bell}
      </div>
      {search && <HallSearch {...search} />}
      <nav aria-label={t(m.ui_rooms)} className="grid content-start">
        <HallRooms sections={sections} />
      </nav>
      {foot && <div className="mt-auto grid gap-s2 pt-s3">{foot}</div>}
    </aside>
  );
}
