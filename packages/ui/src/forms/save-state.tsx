import { m } from "@guildhall/i18n/messages";
import { classNames } from "../class-names.ts";
import { Spinner } from "../feedback/spinner.tsx";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

export type SaveStateName = "saved" | "saving" | "unsaved" | "failed";

/** Where what was written stands: beside the button, or alone where writing saves by itself. Said when it changes. */
export function SaveState({ state }: { readonly state?: SaveStateName | undefined }) {
  const { t } = useKitWords();
  return (
    <span
      role="status"
      className={classNames("inline-flex min-h-target items-center gap-s1 text-s", state && INK[state])}
    >
      {state === "saved" && <Icon name="check" />}
      {state === "saving" && <Spinner />}
      {state === "unsaved" && <Icon name="edit" />}
      {state === "failed" && <Icon name="warning" />}
      {state && t(SAID[state])}
    </span>
  );
}

const INK: Record<SaveStateName, string> = {
  saved: "text-jade",
  saving: "text-ink-2",
  unsaved: "text-ochre",
  failed: "text-seal",
};
const SAID = { saved: m.ui_saved, saving: m.ui_saving, unsaved: m.ui_unsaved, failed: m.ui_save_failed };
