import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { classNames } from "../class-names.ts";
import { isComposing } from "../keys/is-writing.ts";
import { placeBeside } from "./place-beside.ts";

type FloatProps = {
  readonly anchor: RefObject<HTMLElement | null>;
  /** Called by Esc, a press elsewhere, or when the focus goes elsewhere. */
  readonly onClose: () => void;
  readonly id?: string | undefined;
  readonly role: "menu" | "dialog" | "tooltip";
  readonly label?: string | undefined;
  /** The focus goes in, and comes back to the anchor. */
  readonly takesFocus?: boolean | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLDivElement>) => void) | undefined;
  readonly className: string;
  readonly children: ReactNode;
};

/** A slip of paper beside what it belongs to, above everything else: the browser's popover, open as long as it stands here. */
export function Float({
  anchor,
  onClose,
  id,
  role,
  label,
  takesFocus = false,
  onKeyDown,
  className,
  children,
}: FloatProps) {
  const slip = useRef<HTMLDivElement>(null);
  usePlace(anchor, slip);
  useDismissal(anchor, slip, onClose);
  useLayoutEffect(() => {
    if (!takesFocus) return;
    const held = slip.current;
    const owner = anchor.current;
    (held?.querySelector<HTMLElement>("[data-autofocus]") ?? held)?.focus({ preventScroll: true });
    return () => {
      if (held?.contains(document.activeElement)) owner?.focus({ preventScroll: true });
    };
  }, [anchor, takesFocus]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is given
    <div
      ref={slip}
      {...POPOVER}
      id={id}
      role={role}
      {...(label && { "aria-label": label })}
      {...(takesFocus && { tabIndex: -1 })}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || isComposing(event)) {
          onKeyDown?.(event);
          return;
        }
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      className={classNames("float focus-holder animate-unfold", className)}
    >
      {children}
    </div>
  );
}

// React 18 knows no `popover`; as an attribute it works all the same.
const POPOVER = { popover: "manual" };

function usePlace(anchor: RefObject<HTMLElement | null>, slip: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const [owner, held] = [anchor.current, slip.current];
    if (!owner || !held) return;
    held.showPopover();
    const place = () => {
      const at = placeBeside(owner.getBoundingClientRect(), held.getBoundingClientRect(), {
        width: document.documentElement.clientWidth,
        height: innerHeight,
      });
      held.style.left = `${at.left}px`;
      held.style.top = `${at.top}px`;
      held.style.maxHeight = `${at.room}px`;
    };
    place();
    addEventListener("scroll", place, { capture: true, passive: true });
    addEventListener("resize", place);
    return () => {
      removeEventListener("scroll", place, { capture: true });
      removeEventListener("resize", place);
    };
  }, [anchor, slip]);
}

function useDismissal(anchor: RefObject<HTMLElement | null>, slip: RefObject<HTMLElement | null>, onClose: () => void) {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const elsewhere = (event: Event) => {
      const { target } = event;
      if (target instanceof Node && !slip.current?.contains(target) && !anchor.current?.contains(target))
        close.current();
    };
    document.addEventListener("pointerdown", elsewhere, true);
    document.addEventListener("focusin", elsewhere);
    return () => {
      document.removeEventListener("pointerdown", elsewhere, true);
      document.removeEventListener("focusin", elsewhere);
    };
  }, [anchor, slip]);
}
