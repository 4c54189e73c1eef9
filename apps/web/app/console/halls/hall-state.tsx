import { m } from "@guildhall/i18n/messages";
import { Chip } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";

interface Standing {
  readonly status: "active" | "suspended";
  readonly closesAt: Date | string | null;
}

/** How a hall stands, in a word. */
export function HallState({ hall: { status, closesAt } }: { readonly hall: Standing }) {
  const { t } = useWords();
  if (status === "suspended") return <Chip tone="seal">{t(m.console_state_suspended)}</Chip>;
  if (closesAt !== null) return <Chip tone="ochre">{t(m.console_state_closing)}</Chip>;
  return <Chip tone="jade">{t(m.console_state_active)}</Chip>;
}
