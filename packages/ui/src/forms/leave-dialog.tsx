import { m } from "@guildhall/i18n/messages";
import { Button } from "../actions/button.tsx";
import { Dialog } from "../actions/dialog.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type LeaveDialogProps = {
  readonly open: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
};

/** Asked when somebody moves on from a form with edits that are not saved. */
export function LeaveDialog({ open, onStay, onLeave }: LeaveDialogProps) {
  const { t } = useKitWords();
  return (
    <Dialog
      alert
      open={open}
      onOpenChange={(next) => {
        if (!next) onStay();
      }}
      title={t(m.ui_leave_title)}
      description={t(m.ui_leave_text)}
      closeLabel={t(m.ui_close)}
      actions={
        <>
          <Button look="primary" onPress={onStay}>
            {t(m.ui_leave_stay)}
          </Button>
          <Button look="danger" onPress={onLeave}>
            {t(m.ui_leave_go)}
          </Button>
        </>
      }
    />
  );
}
