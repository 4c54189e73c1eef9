import { m } from "@guildhall/i18n/messages";
import { Button, Notice } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";

/** Says that a note or task was taken away, and how long it can be brought back. */
export function RemovedNotice({ mayEdit }: { readonly mayEdit: boolean }) {
  const { t } = useWords();
  return (
    <Notice title={t(m.work_removed)}>
      <p>{t(m.work_removed_text)}</p>
      {mayEdit && (
        <Form method="post">
          <Button type="submit" name="act" value="restore" icon="undo">
            {t(m.work_bring_back)}
          </Button>
        </Form>
      )}
    </Notice>
  );
}
