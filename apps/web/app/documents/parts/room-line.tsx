import { m } from "@guildhall/i18n/messages";
import type { RoomState } from "@guildhall/sync/client";
import { Icon, type IconName, Spinner } from "@guildhall/ui";
import { useWords, type Words } from "../../shell/words.ts";

type Said = { readonly text: string; readonly ink: string; readonly icon: IconName | "turning" };

/** What is true of what was written, at this moment; said aloud when it changes, except for the coming and going of each word. */
export function RoomLine({ state }: { readonly state: RoomState }) {
  const words = useWords();
  const { text, ink, icon } = said(state, words);
  const isBrief = state.is === "saving" && !state.delayed;
  return (
    <span className={`inline-flex min-h-target items-center gap-s1 text-s ${ink}`} data-room-state={state.is}>
      {icon === "turning" ? <Spinner /> : <Icon name={icon} />}
      <span aria-hidden="true">{text}</span>
      <span role="status" className="sr-only">
        {isBrief ? "" : text}
      </span>
    </span>
  );
}

function said(state: RoomState, { t }: Words): Said {
  switch (state.is) {
    case "connecting":
      return { text: t(m.editor_connecting), ink: "text-ink-2", icon: "turning" };
    case "saving":
      return state.delayed
        ? { text: t(m.editor_saving_delayed), ink: "text-ochre", icon: "clock" }
        : { text: t(m.editor_saving), ink: "text-ink-2", icon: "turning" };
    case "saved":
      return { text: t(m.editor_saved), ink: "text-jade", icon: "check" };
    case "offline":
      return {
        text: offline(state, t),
        ink: state.unsaved && !state.kept ? "text-seal" : "text-ochre",
        icon: "offline",
      };
    case "read-only":
      return { text: t(m.editor_read_only), ink: "text-ink-2", icon: "eye" };
    case "ended":
      return { text: t(m.editor_ended), ink: "text-seal", icon: "lock" };
  }
}

function offline({ unsaved, kept }: { readonly unsaved: boolean; readonly kept: boolean }, t: Words["t"]): string {
  if (!unsaved) return t(m.editor_offline);
  return t(kept ? m.editor_offline_kept : m.editor_offline_unsaved);
}
