import { m } from "@guildhall/i18n/messages";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { Button } from "../actions/button.tsx";
import { ButtonLink } from "../actions/button-link.tsx";
import { useAwake } from "../awake.ts";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { houseToasts, type Toast, type ToastQueue, type ToastTone } from "./toast-queue.ts";

/** The words in the corner. F6 leads there and back, Esc takes the last word away. */
export function ToastRegion({ queue = houseToasts() }: { readonly queue?: ToastQueue | undefined }) {
  const { t } = useKitWords();
  const kept = useSyncExternalStore(queue.subscribe, queue.list, nothing);
  const toasts = useAwake() ? kept : NOTHING; // what is there from the start is not announced
  const region = useRef<HTMLElement>(null);
  useWayThere(region);
  return (
    <section
      ref={region}
      aria-label={t(m.ui_toasts)}
      tabIndex={-1}
      data-print="no"
      onMouseEnter={() => queue.hold()}
      onMouseLeave={() => queue.release()}
      onFocus={() => queue.hold()}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) queue.release();
      }}
      onKeyDown={(event) => {
        const last = toasts.at(-1);
        if (event.key === "Escape" && last) queue.dismiss(last.id);
      }}
      className="pointer-events-none fixed inset-x-s3 bottom-toast z-50 grid justify-items-center gap-s2 sm:left-auto sm:justify-items-end"
    >
      <div role="status" aria-relevant="additions" className="contents">
        <ol className="contents">
          {toasts.map((toast) => (
            <ToastSlip key={toast.id} toast={toast} onDone={() => queue.dismiss(toast.id)} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function ToastSlip({ toast, onDone }: { readonly toast: Toast; readonly onDone: () => void }) {
  const { t } = useKitWords();
  const { icon, ink } = TONES[toast.tone ?? "plain"];
  const { undo, act } = toast;
  const then = (run: () => void) => () => {
    onDone();
    run();
  };
  return (
    <li className="pointer-events-auto flex w-full max-w-form animate-settle items-center gap-s3 rounded-r3 border bg-raised py-s2 pr-s2 pl-s4 text-ink shadow-float">
      <span className={classNames("flex flex-none", ink)}>
        <Icon name={icon} />
      </span>
      <span className="min-w-0 flex-1 break-words py-s1">{toast.text}</span>
      {act && "href" in act && (
        <ButtonLink size="s" look="quiet" href={act.href} onPress={onDone}>
          {act.label}
        </ButtonLink>
      )}
      {act && "onPress" in act && (
        <Button size="s" onPress={then(act.onPress)}>
          {act.label}
        </Button>
      )}
      {undo && (
        <Button size="s" icon="undo" onPress={then(undo)}>
          {t(m.ui_undo)}
        </Button>
      )}
      <Button size="s" look="quiet" icon="close" label={t(m.ui_close)} onPress={onDone} />
    </li>
  );
}

/** F6 from anywhere to the first act in the corner, and from there back. */
function useWayThere(region: { readonly current: HTMLElement | null }) {
  useEffect(() => {
    let from: Element | null = null;
    const walk = (event: KeyboardEvent) => {
      const corner = region.current;
      if (event.key !== "F6" || !corner) return;
      if (corner.contains(document.activeElement)) {
        if (from instanceof HTMLElement) from.focus();
      } else {
        const first = corner.querySelector<HTMLElement>("button");
        if (!first) return;
        from = document.activeElement;
        first.focus();
      }
      event.preventDefault();
    };
    addEventListener("keydown", walk);
    return () => removeEventListener("keydown", walk);
  }, [region]);
}

const NOTHING: readonly Toast[] = [];
const nothing = () => NOTHING;

const TONES: Record<ToastTone, { icon: IconName; ink: string }> = {
  plain: { icon: "info", ink: "text-indigo" },
  done: { icon: "check", ink: "text-jade" },
  problem: { icon: "warning", ink: "text-seal" },
};
