import { type ReactNode, useId, useRef, useState } from "react";
import { Float } from "./float.tsx";
import { Opener } from "./opener.tsx";

type PopoverCardProps = {
  /** The Button that opens it. */
  readonly button: ReactNode;
  readonly label: string;
  /** Open from the start: where what it shows was fetched only when somebody asked for it. */
  readonly defaultOpen?: boolean | undefined;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
};

/** A slip of paper beside its button: a few choices, a short explanation, the bell's latest. */
export function PopoverCard({ button, label, defaultOpen = false, children }: PopoverCardProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [open, setOpen] = useState(defaultOpen);
  const close = () => setOpen(false);
  return (
    <>
      <Opener anchor={anchor} opens="dialog" open={open} controls={id} onPress={() => setOpen(!open)}>
        {button}
      </Opener>
      {open && (
        <Float
          anchor={anchor}
          onClose={close}
          id={id}
          role="dialog"
          label={label}
          takesFocus
          className="grid min-w-menu gap-s3 overflow-auto rounded-r3 border bg-raised p-s4 text-ink shadow-float"
        >
          {typeof children === "function" ? children(close) : children}
        </Float>
      )}
    </>
  );
}
