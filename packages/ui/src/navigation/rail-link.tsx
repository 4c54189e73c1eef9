import { Link } from "react-aria-components";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";

type RailLinkProps = {
  readonly href: string;
  readonly icon?: IconName | undefined;
  readonly count?: string | undefined;
  readonly current?: boolean | undefined;
  readonly children: string;
};

/** A place in the rail; the seal at its edge says that you are there. */
export function RailLink({ href, icon, count, current = false, children }: RailLinkProps) {
  return (
    <Link
      href={href}
      {...(current && { "aria-current": "page" })}
      className={classNames(
        "flex min-h-control-m items-center gap-s2 rounded-r2 px-s2 text-s no-underline transition-colors",
        current ? "place-where bg-surface font-semibold text-ink" : "text-ink-2 hover:bg-surface hover:text-ink",
      )}
    >
      {icon && <Icon name={icon} />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {count && <span className="tabular text-xs font-medium text-ink-3">{count}</span>}
    </Link>
  );
}
