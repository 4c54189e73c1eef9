import { m } from "@guildhall/i18n/messages";
import { type ReactNode, useState } from "react";
import { Dialog } from "../actions/dialog.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { PopoverCard } from "./popover-card.tsx";
import { useNarrow } from "./use-narrow.ts";

type SlipProps = {
  /** The Button that opens it. */
  readonly button: ReactNode;
  readonly label: string;
  readonly defaultOpen?: boolean | undefined;
  readonly children: (close: () => void) => ReactNode;
};

/** A slip of paper beside its button, and on a phone a sheet from below: for what has more fields than a slip has room. */
export function Slip(props: SlipProps) {
  return useNarrow() ? <Sheet {...props} /> : <PopoverCard {...props} />;
}

function Sheet({ button, label, defaultOpen = false, children }: SlipProps) {
  const { t } = useKitWords();
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Dialog button={button} title={label} closeLabel={t(m.ui_close)} open={open} onOpenChange={setOpen}>
      {children(() => setOpen(false))}
    </Dialog>
  );
}
