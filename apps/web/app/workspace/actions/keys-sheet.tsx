import { ShortcutSheet } from "@guildhall/ui";
import type { ComponentProps } from "react";

/** A door of its own, so that the sheet is loaded when it is first asked for. */
export default function KeysSheet(props: ComponentProps<typeof ShortcutSheet>) {
  return <ShortcutSheet {...props} />;
}
