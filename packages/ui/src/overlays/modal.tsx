import { type ReactNode, useRef } from "react";
import { useBeforePaint } from "../before-paint.ts";
import { classNames } from "../class-names.ts";

type ModalProps = {
  readonly onClose: () => void;
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  /** It must be answered: a press beside it does not close it. */
  readonly alert?: boolean | undefined;
  /** Where it lies and how it is dressed. */
  readonly className: string;
  readonly children: ReactNode;
};

/**
 * The browser's own modal dialog, open as long as it stands here: what is behind it is inert, Esc closes it, the focus
 * returns to where it was. The focus begins at `data-autofocus` within, or at the dialog itself.
 */
export function Modal({ onClose, label, labelledBy, describedBy, alert = false, className, children }: ModalProps) {
  const box = useRef<HTMLDialogElement>(null);
  const pressed = useRef<EventTarget | null>(null);
  useBeforePaint(() => {
    const dialog = box.current;
    if (!dialog) return;
    dialog.showModal();
    (dialog.querySelector<HTMLElement>("[data-autofocus]") ?? dialog).focus();
    return () => dialog.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc comes as its cancel event
    <dialog
      ref={box}
      tabIndex={-1}
      {...(alert && { role: "alertdialog" })}
      {...(label && { "aria-label": label })}
      {...(labelledBy && { "aria-labelledby": labelledBy })}
      {...(describedBy && { "aria-describedby": describedBy })}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClick={(event) => {
        // The veil belongs to the dialog; a selection that ends there began elsewhere.
        const veil = event.currentTarget;
        if (!alert && event.target === veil && pressed.current === veil && isBeside(event, veil)) onClose();
      }}
      className={classNames("modal focus-holder border bg-raised text-ink shadow-float", className)}
    >
      {children}
    </dialog>
  );
}

function isBeside(
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  sheet: Element,
): boolean {
  const { left, right, top, bottom } = sheet.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
