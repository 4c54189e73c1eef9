import type { ReactNode } from "react";
import { Link } from "react-aria-components";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";
import { type ButtonShape, buttonClass } from "./button-shape.ts";

type ButtonLinkProps = ButtonShape & {
  readonly href: string;
  readonly icon?: IconName | undefined;
  /** What an icon without words says. */
  readonly label?: string | undefined;
  /** Saves what it leads to as a file. */
  readonly download?: boolean | undefined;
  /** Done beside going there. */
  readonly onPress?: (() => void) | undefined;
  readonly children?: ReactNode;
};

/** A link that stands among buttons: it goes somewhere, and changes nothing. */
export function ButtonLink({ href, icon, label, download = false, onPress, children, ...shape }: ButtonLinkProps) {
  return (
    <Link
      href={href}
      download={download}
      {...(onPress && { onPress })}
      {...(label && { "aria-label": label })}
      className={buttonClass(shape, !children)}
    >
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
