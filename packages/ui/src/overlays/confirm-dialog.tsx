import { m } from "@guildhall/i18n/messages";
import type { ReactNode } from "react";
import { Button } from "../actions/button.tsx";
import { Dialog } from "../actions/dialog.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { ConfirmByName } from "./confirm-by-name.tsx";

type ConfirmDialogProps = {
  /** The Button that opens it; or hold it open yourself. */
  readonly button?: ReactNode;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** "Close Yuanshan Outdoor for good?" */
  readonly title: string;
  /** What goes with it. */
  readonly description?: ReactNode;
  readonly act: string;
  /** Asks for this name to be written, where much would be lost. */
  readonly named?: string | undefined;
  readonly onConfirm: () => void;
};

/** For the few acts that cannot be undone. */
export function ConfirmDialog({ act, named, onConfirm, ...dialog }: ConfirmDialogProps) {
  const { t } = useKitWords();
  const confirm = (close: () => void) => () => {
    close();
    onConfirm();
  };
  return (
    <Dialog
      {...dialog}
      alert
      closeLabel={t(m.ui_close)}
      actions={(close) =>
        named === undefined ? (
          <>
            <Button look="danger" onPress={confirm(close)}>
              {act}
            </Button>
            <Button look="quiet" onPress={close}>
              {t(m.ui_cancel)}
            </Button>
          </>
        ) : (
          <ConfirmByName named={named} act={act} onConfirm={confirm(close)} />
        )
      }
    />
  );
}
