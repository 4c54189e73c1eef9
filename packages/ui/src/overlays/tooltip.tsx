import type { ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Kbd } from "../marks/kbd.tsx";

type TooltipProps = {
  readonly text: string;
  readonly shortcut?: string | undefined;
  /** The one Button or ButtonLink that it explains; what it says there must also be its label. */
  readonly children: ReactNode;
};

/** A word about a button, for those who hover or tab there. Never the only place where something is said. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip
        offset={6}
        className="flex max-w-form items-center gap-s2 rounded-r2 bg-ink px-s2 py-s1 text-s text-paper data-entering:animate-unfold forced-colors:border"
      >
        {text}
        {shortcut && <Kbd>{shortcut}</Kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
