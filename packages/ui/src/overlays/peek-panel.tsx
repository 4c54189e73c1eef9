import { m } from "@guildhall/i18n/messages";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "../actions/button.tsx";
import { ButtonLink } from "../actions/button-link.tsx";
import { isComposing } from "../keys/is-writing.ts";
import { useKitWords } from "../words/use-kit-words.ts";

type PeekPanelProps = {
  readonly title: ReactNode;
  /** A face or a stamp before the title. */
  readonly mark?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** The list without the panel: where its cross leads, with or without script. */
  readonly closeHref?: string | undefined;
  /** Closes it; with `closeHref` alone the link is followed. */
  readonly onClose?: (() => void) | undefined;
  /** Its own page, for more room. */
  readonly fullHref?: string | undefined;
  /** The element that had the focus before, by id: where Esc returns to when the page was loaded with the panel open. */
  readonly returnTo?: string | undefined;
  readonly children: ReactNode;
};

/** What a row stands for, beside its list. Esc closes it and the focus is where it was. Over all on a phone. */
export function PeekPanel({
  title,
  mark,
  description,
  actions,
  closeHref,
  onClose,
  fullHref,
  returnTo,
  children,
}: PeekPanelProps) {
  const { t } = useKitWords();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  useReturningFocus(panel, returnTo);
  const close = () => {
    if (onClose) onClose();
    else panel.current?.querySelector<HTMLAnchorElement>("[role=presentation] > a")?.click();
  };
  return (
    <aside
      ref={panel}
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || isComposing(event)) return;
        event.stopPropagation();
        close();
      }}
      className="focus-holder fixed inset-0 z-30 flex min-h-0 flex-col overflow-auto overscroll-contain bg-surface sm:left-auto sm:w-full sm:max-w-peek sm:border-l sm:shadow-float lg:sticky lg:inset-auto lg:top-0 lg:h-dvh lg:shadow-none motion-safe:animate-slide-in"
    >
      <div className="sticky top-0 z-10 flex items-center justify-end gap-s1 bg-surface px-s3 py-s2">
        {fullHref && (
          <ButtonLink look="quiet" size="s" icon="expand" href={fullHref}>
            {t(m.ui_open_page)}
          </ButtonLink>
        )}
        {closeHref === undefined ? (
          <Button look="quiet" size="s" icon="close" label={t(m.ui_close)} onPress={close} />
        ) : (
          <CloseLink href={closeHref} label={t(m.ui_close)} onClose={onClose} />
        )}
      </div>
      <header className="flex flex-wrap items-center justify-between gap-s3 px-s5 pb-s4">
        <div className="flex min-w-0 items-center gap-s4">
          {mark}
          <div className="min-w-0">
            <h2
              id={titleId}
              className="break-words font-title text-title-s font-semibold leading-title tracking-title text-ink"
            >
              {title}
            </h2>
            {description && <p className="text-s text-ink-2">{description}</p>}
          </div>
        </div>
        {actions && <div className="flex flex-wrap gap-s2">{actions}</div>}
      </header>
      <div className="grid min-w-0 gap-s4 px-s5 pb-s6">{children}</div>
    </aside>
  );
}

type CloseLinkProps = { readonly href: string; readonly label: string; readonly onClose: (() => void) | undefined };

function CloseLink({ href, label, onClose }: CloseLinkProps) {
  return (
    <span
      role="presentation"
      onClickCapture={(event) => {
        if (!onClose || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <ButtonLink look="quiet" size="s" icon="close" label={label} href={href} />
    </span>
  );
}

/** Takes the focus while it is there, and gives it back to where it came from. */
function useReturningFocus(panel: { readonly current: HTMLElement | null }, returnTo: string | undefined) {
  const from = useRef<Element | null>(null);
  const fallback = useRef(returnTo);
  fallback.current = returnTo;
  useEffect(() => {
    const held = panel.current;
    from.current = document.activeElement;
    held?.focus({ preventScroll: true });
    return () => {
      const back = from.current;
      const within = document.activeElement === document.body || held?.contains(document.activeElement);
      if (!within) return;
      const named = fallback.current ? document.getElementById(fallback.current) : null;
      const target = back instanceof HTMLElement && back !== document.body && back.isConnected ? back : named;
      // After the panel has left the page, else the browser sends the focus to the body.
      requestAnimationFrame(() => target?.focus({ preventScroll: true }));
    };
  }, [panel]);
}
