import { m } from "@guildhall/i18n/messages";
import type { RoomState } from "@guildhall/sync/client";
import { Button, Notice } from "@guildhall/ui";
import { useState } from "react";
import { useWords } from "../../shell/words.ts";

type RoomNoticeProps = {
  readonly state: Extract<RoomState, { is: "ended" }>;
  /** The document as it is on this page, as text. */
  readonly copyOf: () => string;
};

/** Why one cannot go on here, and what becomes of what was not stored. */
export function RoomNotice({ state, copyOf }: RoomNoticeProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(copyOf());
    setCopied(true);
  };
  const isOutdated = state.why === "outdated";
  return (
    <Notice
      tone={isOutdated ? "warning" : "danger"}
      live
      title={t(TITLES[state.why])}
      action={
        <span className="flex flex-wrap gap-s2">
          {state.unsaved && (
            <Button size="s" onPress={() => void copy()}>
              {t(copied ? m.editor_copied : m.editor_copy_words)}
            </Button>
          )}
          {(isOutdated || state.why === "signedOut" || state.why === "malformed") && (
            <Button size="s" onPress={() => location.reload()}>
              {t(m.editor_reload)}
            </Button>
          )}
        </span>
      }
    >
      {t(state.unsaved ? m.editor_ended_unsaved : TEXTS[state.why])}
    </Notice>
  );
}

const TITLES = {
  forbidden: m.editor_forbidden_title,
  signedOut: m.editor_signed_out_title,
  gone: m.editor_gone_title,
  outdated: m.editor_outdated_title,
  malformed: m.editor_malformed_title,
};
const TEXTS = {
  forbidden: m.editor_forbidden_text,
  signedOut: m.editor_signed_out_text,
  gone: m.editor_gone_text,
  outdated: m.editor_outdated_text,
  malformed: m.editor_outdated_text,
};
