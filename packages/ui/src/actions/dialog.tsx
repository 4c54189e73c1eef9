import type { ReactNode } from "react";
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
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
export function Dialog({ button, open, onOpenChange, alert = false, ...sheet }: DialogProps) {
  const state = { ...(open !== undefined && { isOpen: open }), ...(onOpenChange && { onOpenChange }) };
  const overlay = (
    <ModalOverlay
      isDismissable={!alert}
      {...(button ? {} : state)}
      className="fixed inset-0 z-50 flex items-end justify-center bg-veil sm:items-center sm:p-s5"
    >
      <Modal className="max-h-full w-full overflow-auto rounded-t-r3 border bg-raised shadow-float data-entering:animate-settle sm:max-w-dialog sm:rounded-r3">
        <Sheet {...sheet} role={alert ? "alertdialog" : "dialog"} />
      </Modal>
    </ModalOverlay>
  );
  if (!button) return overlay;
  return (
    <DialogTrigger {...state}>
      {button}
      {overlay}
    </DialogTrigger>
  );
}

type SheetProps = Pick<DialogProps, "title" | "description" | "closeLabel" | "actions" | "children"> & {
  readonly role: "dialog" | "alertdialog";
};

function Sheet({ title, description, closeLabel, actions, role, children }: SheetProps) {
  return (
    <AriaDialog role={role} className="focus-holder flex flex-col gap-s4 p-s5">
      {({ close }) => (
        <>
          <header className="flex items-start justify-between gap-s4">
            <div className="min-w-0">
              <Heading
                slot="title"
                level={2}
                className="font-title text-title-s font-semibold leading-title tracking-title"
              >
                {title}
              </Heading>
              {description && <p className="mt-s1 text-ink-2">{description}</p>}
            </div>
            <Button look="quiet" icon="close" label={closeLabel} onPress={close} />
          </header>
          {children}
          {actions && (
            <footer className="flex flex-wrap gap-s2 border-t pt-s4">
              {typeof actions === "function" ? actions(close) : actions}
            </footer>
          )}
        </>
      )}
    </AriaDialog>
  );
}
