import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
} from "react-aria-components";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";
import { Kbd } from "../marks/kbd.tsx";

type MenuProps = {
  /** The Button that opens it. */
  readonly button: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
};

/** Acts that are not the first one. */
export function Menu({ button, label, children }: MenuProps) {
  return (
    <MenuTrigger>
      {button}
      <Popover
        offset={4}
        className="focus-holder min-w-menu max-w-full rounded-r3 border bg-raised text-ink shadow-float data-entering:animate-unfold"
      >
        <AriaMenu aria-label={label} className="focus-holder flex max-h-[inherit] flex-col overflow-auto p-s1">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

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
  return (
    <AriaMenuItem
      textValue={children}
      isDisabled={disabled}
      {...(href !== undefined && { href })}
      {...(onAction && { onAction })}
      className={classNames(
        "focus-inside flex min-h-control-m cursor-pointer items-center gap-s2 rounded-r2 px-s2 text-m no-underline data-disabled:cursor-default data-disabled:text-ink-3 data-focused:bg-sunk",
        danger && "text-seal data-focused:bg-seal-tint",
      )}
    >
      {icon && <Icon name={icon} />}
      <span className="flex-1">{children}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </AriaMenuItem>
  );
}

/** Acts that belong together, under a hairline. */
export function MenuSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <AriaMenuSection className="not-first:mt-s1 not-first:border-t not-first:pt-s1">
      <Header className="px-s2 py-s1 text-xs text-ink-3">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}
