import { m } from "@guildhall/i18n/messages";
import type { ReactNode } from "react";
import { Link } from "react-aria-components/Link";
import { classNames } from "../class-names.ts";
import { VisuallyHidden } from "../text/visually-hidden.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type NotificationItemProps = {
  /** A face or a stamp: who it comes from. */
  readonly mark: ReactNode;
  readonly href: string;
  readonly children: ReactNode;
  readonly quote?: ReactNode;
  readonly time: ReactNode;
  readonly unread?: boolean | undefined;
  /** Quiet acts: mark as read, mute. */
  readonly actions?: ReactNode;
};

/** Word of something that concerns you. Unread it bears a seal, and says so. In a `<ul>`. */
export function NotificationItem({
  mark,
  href,
  children,
  quote,
  time,
  unread = false,
  actions,
}: NotificationItemProps) {
  const { t } = useKitWords();
  return (
    <li className="group relative flex items-start gap-s3 border-b py-s3 pr-s2 pl-s4 transition-colors hover:bg-surface">
      {unread && (
        <span aria-hidden="true" className="absolute top-s5 left-s1 size-s2 -translate-y-1/2 rounded-full bg-seal" />
      )}
      <span className="flex-none">{mark}</span>
      <span className="grid min-w-0 flex-1 gap-s0">
        <Link
          href={href}
          className={classNames(
            "min-h-target break-words text-ink no-underline after:absolute after:inset-0",
            unread && "font-medium",
          )}
        >
          {unread && <VisuallyHidden>{`${t(m.ui_unread)} `}</VisuallyHidden>}
          {children}
        </Link>
        {quote && <span className="truncate text-s text-ink-2">{quote}</span>}
        <span className="text-xs text-ink-3">{time}</span>
      </span>
      {actions && <span className="relative flex flex-none gap-s1">{actions}</span>}
    </li>
  );
}
