import type { ReactNode, RefObject } from "react";
import { ButtonContext } from "react-aria-components/Button";

type OpenerProps = {
  readonly anchor: RefObject<HTMLButtonElement>;
  readonly opens: "menu" | "dialog";
  readonly open: boolean;
  readonly controls?: string | undefined;
  readonly onPress: () => void;
  /** An arrow key on it: down, or up. */
  readonly onArrow?: ((key: "ArrowDown" | "ArrowUp") => void) | undefined;
  /** A `<Button>`. */
  readonly children: ReactNode;
};

/** Makes a Button the one that opens something, and says so. */
export function Opener({ anchor, opens, open, controls, onPress, onArrow, children }: OpenerProps) {
  return (
    <ButtonContext.Provider
      value={{
        ref: anchor,
        "aria-haspopup": opens,
        "aria-expanded": open,
        ...(open && controls && { "aria-controls": controls }),
        onPress,
        ...(onArrow && {
          onKeyDown: (event) => {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") onArrow(event.key);
            else event.continuePropagation();
          },
        }),
      }}
    >
      {children}
    </ButtonContext.Provider>
  );
}
