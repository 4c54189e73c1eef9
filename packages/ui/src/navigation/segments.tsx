import { Link } from "react-aria-components/Link";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";

type SegmentsProps = {
  readonly label: string;
  readonly segments: readonly {
    readonly href: string;
    readonly label: string;
    readonly icon?: IconName | undefined;
    readonly current?: boolean | undefined;
  }[];
};

/** Two to five ways of looking at the same thing, each with its address: list or board, week or month. */
export function Segments({ label, segments }: SegmentsProps) {
  return (
    <nav aria-label={label} className="max-w-full">
      <ul className="flex w-fit flex-wrap gap-s0 rounded-r2 border border-control bg-sunk p-s0">
        {segments.map(({ href, label: words, icon, current = false }) => (
          <li key={href}>
            <Link
              href={href}
              {...(current && { "aria-current": "page" })}
              className="inline-flex h-control-s items-center gap-s1 rounded-r1 px-s3 text-s text-ink-2 no-underline transition-colors hover:text-ink aria-[current]:edged aria-[current]:bg-raised aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {icon && <Icon name={icon} />}
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
