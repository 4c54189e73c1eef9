import { type ReactNode, useId, useRef, useState } from "react";
import { Modal } from "../overlays/modal.tsx";
import { Opener } from "../overlays/opener.tsx";
import { Button } from "./button.tsx";

type DialogProps = {
  readonly title: string;
  readonly description?: ReactNode;
  /** What its cross says. */
  readonly closeLabel: string;
  /** The Button that opens it; or hold it open yourself with `open` and `onOpenChange`. */
  readonly button?: ReactNode;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** For the few acts that cannot be undone: it must be answered. */
  readonly alert?: boolean | undefined;
  /** The last row: what is done with it, the first act first. */
  readonly actions?: ReactNode | ((close: () => void) => ReactNode);
  readonly children?: ReactNode;
};

/** A question over the page, which keeps its place. From below on a phone. */
export function Dialog({ button, open, onOpenChange, ...sheet }: DialogProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  const shown = open ?? opened;
  const show = (next: boolean) => {
    setOpened(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {button && (
        <Opener anchor={anchor} opens="dialog" open={shown} onPress={() => show(true)}>
          {button}
        </Opener>
      )}
      {shown && <Sheet {...sheet} close={() => show(false)} />}
    </>
  );
}

type SheetProps = Omit<DialogProps, "button" | "open" | "onOpenChange"> & { readonly close: () => void };

function Sheet({ title, description, closeLabel, actions, alert = false, children, close }: SheetProps) {
  const id = useId();
  return (
    <Modal
      onClose={close}
      alert={alert}
      labelledBy={`${id}-title`}
      describedBy={description ? `${id}-text` : undefined}
      className="sheet"
    >
      <div className="flex flex-col gap-s4 p-s5">
        <header className="flex items-start justify-between gap-s4">
          <div className="min-w-0">
            <h2 id={`${id}-title`} className="font-title text-title-s font-semibold leading-title tracking-title">
              {title}
            </h2>
            {description && (
              <p id={`${id}-text`} className="mt-s1 text-ink-2">
                {description}
              </p>
            )}
          </div>
          <Button look="quiet" icon="close" label={closeLabel} onPress={close} />
        </header>
        {children}
        {actions && (
          <footer className="flex flex-wrap gap-s2 border-t pt-s4">
            {typeof actions === "function" ? actions(close) : actions}
          </footer>
        )}
      </div>
    </Modal>
  );
}
