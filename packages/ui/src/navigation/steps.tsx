import { m } from "@guildhall/i18n/messages";
import { Link } from "react-aria-components/Link";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import { VisuallyHidden } from "../text/visually-hidden.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type StepsProps = {
  readonly label: string;
  /** Steps that are done may be gone back to by their address. */
  readonly steps: readonly { readonly label: string; readonly href?: string | undefined }[];
  /** Which one it is now, from 0. */
  readonly at: number;
};

/** How far one has come in something that takes several pages: an import, a checkout. */
export function Steps({ label, steps, at }: StepsProps) {
  const { t } = useKitWords();
  return (
    <nav aria-label={label}>
      <ol className="flex gap-s1 sm:gap-s3">
        {steps.map(({ label: words, href }, place) => {
          const state = place < at ? "done" : place === at ? "now" : "ahead";
          const face = (
            <>
              <span
                aria-hidden="true"
                className={classNames(
                  "tabular grid size-target flex-none place-items-center rounded-r1 font-title font-semibold leading-none",
                  FACES[state],
                )}
              >
                {state === "done" ? <Icon name="check" /> : place + 1}
              </span>
              <span className={classNames("min-w-0 truncate", state !== "now" && "hidden sm:inline")}>{words}</span>
              {state === "done" && <VisuallyHidden>{t(m.ui_done)}</VisuallyHidden>}
            </>
          );
          return (
            <li
              key={words}
              {...(state === "now" && { "aria-current": "step" })}
              className={classNames("min-w-0 border-t-2 pt-s2", state === "now" ? "flex-1" : "sm:flex-1", EDGES[state])}
            >
              {href !== undefined && state === "done" ? (
                <Link
                  href={href}
                  className="flex min-h-target items-center gap-s2 text-s text-ink-2 no-underline hover:text-ink"
                >
                  {face}
                </Link>
              ) : (
                <span className="flex min-h-target items-center gap-s2 text-s">{face}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const FACES = { done: "text-jade", now: "bg-accent text-on-accent", ahead: "text-ink-3" };
const EDGES = { done: "border-jade text-ink-2", now: "border-accent font-semibold", ahead: "border-line text-ink-3" };
