import { m } from "@guildhall/i18n/messages";
import { Button } from "../actions/button.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import type { Rows } from "./use-row-window.ts";

/** Says that more is coming, or that it did not come. */
export function LoadNote({ state, onAgain }: { readonly state: Rows["state"]; readonly onAgain: () => void }) {
  const { t } = useKitWords();
  return (
    <div
      role="status"
      className={
        state === "failed"
          ? "sticky inset-x-0 bottom-0 flex items-center gap-s3 border-t bg-raised px-s3 py-s2 text-s"
          : "sr-only"
      }
    >
      {state === "loading" && t(m.grid_loading)}
      {state === "failed" && (
        <>
          {t(m.grid_load_failed)}
          <Button size="s" onPress={onAgain}>
            {t(m.grid_again)}
          </Button>
        </>
      )}
    </div>
  );
}
