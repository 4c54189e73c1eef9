import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Spinner } from "../feedback/spinner.tsx";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";
import { type ButtonShape, buttonClass } from "./button-shape.ts";

type ButtonProps = ButtonShape & {
  /** "submit" sends its form, with or without script. */
  readonly type?: "button" | "submit" | "reset" | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** The id of a form elsewhere on the page. */
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  readonly icon?: IconName | undefined;
  /** What an icon without words says. */
  readonly label?: string | undefined;
  /** At work on what was asked: keeps its place and the focus, and takes no second press. */
  readonly pending?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly children?: ReactNode;
};

export function Button({
  look,
  size,
  wide,
  type = "button",
  icon,
  label,
  pending = false,
  disabled = false,
  onPress,
  children,
  ...form
}: ButtonProps) {
  return (
    <AriaButton
      {...given(form)}
      type={type}
      isPending={pending}
      isDisabled={disabled}
      {...(label && { "aria-label": label })}
      {...(onPress && { onPress })}
      className={buttonClass({ look, size, wide }, !children)}
    >
      {pending ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

type FormAttributes = Pick<ButtonProps, "name" | "value" | "form" | "formAction">;

/** Without those that were handed on as undefined: react-aria takes a value or no key. */
function given({ name, value, form, formAction }: FormAttributes) {
  return {
    ...(name !== undefined && { name }),
    ...(value !== undefined && { value }),
    ...(form !== undefined && { form }),
    ...(formAction !== undefined && { formAction }),
  };
}
