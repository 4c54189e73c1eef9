import type { ReactNode } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";

type PopoverCardProps = {
  /** The Button that opens it. */
  readonly button: ReactNode;
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
};

/** A slip of paper beside its button: a few choices, a short explanation. */
export function PopoverCard({ button, label, children }: PopoverCardProps) {
  return (
    <DialogTrigger>
      {button}
      <Popover
        offset={4}
        className="focus-holder min-w-menu max-w-full rounded-r3 border bg-raised text-ink shadow-float data-entering:animate-unfold"
      >
        <Dialog aria-label={label} className="focus-holder grid max-h-[inherit] gap-s3 overflow-auto p-s4">
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
