import { Link } from "react-aria-components";
import { classNames } from "../class-names.ts";
import { useCurrentInSight } from "./use-current-in-sight.ts";

export type TabLink = {
  readonly href: string;
  readonly label: string;
  readonly count?: string | undefined;
  readonly current?: boolean | undefined;
};
type TabLinksProps = { readonly label: string; readonly tabs: readonly TabLink[] };

/** Views of one place, each with its own address. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const row = useCurrentInSight<HTMLElement>();
  return (
    <nav ref={row} aria-label={label} className="overflow-x-auto border-b">
      <ul className="flex gap-s4">
        {tabs.map(({ href, label, count, current = false }) => (
          <li key={href}>
            <Link
              href={href}
              {...(current && { "aria-current": "page" })}
              className={classNames(
                "focus-inside flex min-h-control-m items-center gap-s1 whitespace-nowrap border-b-2 py-s1 text-s no-underline transition-colors",
                current
                  ? "border-accent font-semibold text-ink"
                  : "border-transparent text-ink-2 hover:border-line-strong hover:text-ink",
              )}
            >
              {label}
              {count && <span className="tabular font-normal text-ink-3">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
