import { type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";
import { ShortcutKeys } from "../keys/shortcut-keys.tsx";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";
import { useFollow } from "../navigate.ts";
import { useMenuClose } from "./menu.tsx";

type MenuItemProps = {
  /** Where it leads, or else what it does. */
  readonly href?: string | undefined;
  readonly onAction?: (() => void) | undefined;
  readonly icon?: IconName | undefined;
  readonly shortcut?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly children: string;
};

export function MenuItem({
  href,
  onAction,
  icon,
  shortcut,
  danger = false,
  disabled = false,
  children,
}: MenuItemProps) {
  const close = useMenuClose();
  const follow = useFollow();
  const shared = {
    role: "menuitem",
    tabIndex: -1,
    "data-name": children,
    ...(disabled && { "aria-disabled": true }),
    onPointerMove: (event: { readonly currentTarget: HTMLElement }) => {
      if (!disabled) event.currentTarget.focus({ preventScroll: true });
    },
    className: classNames(
      "focus-inside flex min-h-control-m w-full cursor-pointer items-center gap-s2 rounded-r2 px-s2 text-start text-m no-underline aria-disabled:cursor-default aria-disabled:text-ink-3",
      danger ? "text-seal focus:bg-seal-tint" : "focus:bg-sunk",
    ),
  };
  const face = (
    <>
      {icon && <Icon name={icon} />}
      <span className="flex-1">{children}</span>
      {shortcut && <ShortcutKeys shortcut={shortcut} />}
    </>
  );
  if (href !== undefined && !disabled)
    return (
      <a
        {...shared}
        href={href}
        onClick={(event) => {
          follow(event);
          close();
          onAction?.();
        }}
      >
        {face}
      </a>
    );
  return (
    <button
      {...shared}
      type="button"
      onClick={() => {
        if (disabled) return;
        close();
        onAction?.();
      }}
    >
      {face}
    </button>
  );
}

/** Acts that belong together, under a hairline. */
export function MenuSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group within a menu has no element of its own
    <div role="group" aria-labelledby={titleId} className="not-first:mt-s1 not-first:border-t not-first:pt-s1">
      <p id={titleId} role="presentation" className="px-s2 py-s1 text-xs text-ink-3">
        {title}
      </p>
      {children}
    </div>
  );
}
