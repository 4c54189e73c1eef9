import { m } from "@guildhall/i18n/messages";
import type { ReactNode } from "react";
import { Button } from "../actions/button.tsx";
import { ButtonLink } from "../actions/button-link.tsx";
import { useAwake } from "../awake.ts";
import { Badge } from "../marks/badge.tsx";
import { PopoverCard } from "../overlays/popover-card.tsx";
import { TextLink } from "../text/text-link.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type BellProps = {
  readonly unread: number;
  /** All of it: where the bell leads without script. */
  readonly href: string;
  /** The latest: a `<ul>` of NotificationItem, or an EmptyState. */
  readonly children: ReactNode;
};

/** Word of what concerns you, rung in the corner. */
export function Bell({ unread, href, children }: BellProps) {
  const { t } = useKitWords();
  const awake = useAwake();
  const label = unread > 0 ? t(m.ui_bell_unread, { count: unread }) : t(m.ui_bell);
  return (
    <span className="relative inline-flex flex-none">
      {awake ? (
        <PopoverCard label={t(m.ui_bell)} button={<Button look="quiet" icon="bell" label={label} />}>
          {(close) => (
            <div className="grid w-[var(--width-form)] max-w-full">
              {children}
              <span className="pt-s2 text-s" onClickCapture={close}>
                <TextLink href={href} alone>
                  {t(m.ui_bell_all)}
                </TextLink>
              </span>
            </div>
          )}
        </PopoverCard>
      ) : (
        <ButtonLink look="quiet" icon="bell" label={label} href={href} />
      )}
      <span aria-hidden="true" className="pointer-events-none absolute -top-px right-0">
        <Badge count={unread} label={label} />
      </span>
    </span>
  );
}
