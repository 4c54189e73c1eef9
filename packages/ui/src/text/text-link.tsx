import type { ReactNode } from "react";
import { Link } from "react-aria-components";

type TextLinkProps = {
  readonly href: string;
  /** For what stands alone in a line: large enough to be touched. */
  readonly alone?: boolean | undefined;
  readonly current?: boolean | undefined;
  readonly children: ReactNode;
};

/** A link in running words. */
export function TextLink({ href, alone = false, current = false, children }: TextLinkProps) {
  return (
    <Link
      href={href}
      {...(current && { "aria-current": "page" })}
      className={`${alone ? "inline-flex min-h-target items-center " : ""}rounded-r1 text-ink underline decoration-line-strong underline-offset-4 hover:decoration-seal`}
    >
      {children}
    </Link>
  );
}
