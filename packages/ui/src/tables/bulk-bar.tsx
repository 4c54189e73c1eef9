import { m } from "@guildhall/i18n/messages";
import type { ReactNode } from "react";
import { Button } from "../actions/button.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { useSelection } from "./selection-form.tsx";

/** What can be done with the ticked rows: submit Buttons with a name and a value. Rises when one is ticked. */
export function BulkBar({ children }: { readonly children: ReactNode }) {
  const { t } = useKitWords();
  const { count, chooseAll } = useSelection();
  return (
    <section
      aria-label={t(m.ui_bulk)}
      data-print="no"
      className="bulk-bar sticky bottom-bulk z-20 mt-s3 flex-wrap items-center gap-s2 rounded-r3 border bg-raised px-s4 py-s2 text-ink shadow-float"
    >
      <span role="status" className="tabular mr-s2 font-medium">
        {count > 0 && t(m.ui_selected, { count })}
      </span>
      {children}
      {count > 0 && (
        <span className="ml-auto">
          <Button size="s" look="quiet" icon="close" onPress={() => chooseAll(false)}>
            {t(m.ui_select_none)}
          </Button>
        </span>
      )}
    </section>
  );
}
