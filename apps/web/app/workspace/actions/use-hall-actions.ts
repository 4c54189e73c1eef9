import type { IconName } from "@guildhall/ui";
import { useMemo } from "react";
import { useWords } from "../../shell/words.ts";
import { type HallAction, hallActions } from "./hall-actions.ts";

/** An action as this visitor finds it in this hall. */
export interface OpenAction {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly href: string;
  readonly keys: string | undefined;
  readonly rail: "hall" | "house" | undefined;
  readonly message: HallAction["label"];
}

/** Who looks at the actions of a hall, and in which words. */
interface Looker {
  readonly slug: string;
  /** Their permissions. */
  readonly may: readonly string[];
  readonly t: ReturnType<typeof useWords>["t"];
}

/** Those of these actions that somebody may do in the hall at this slug, in their language. */
export function openActions(actions: readonly HallAction[], { slug, may, t }: Looker): readonly OpenAction[] {
  return actions
    .filter(({ permission }) => may.includes(permission))
    .map(({ id, label, icon, to, keys, rail }) => ({
      id,
      icon,
      keys,
      rail,
      label: t(label),
      href: `/w/${slug}${to}`,
      message: label,
    }));
}

/** What the rail and the shortcuts of the hall at this slug lead somebody with these permissions to. */
export function useHallActions(slug: string, may: readonly string[]): readonly OpenAction[] {
  const { t } = useWords();
  return useMemo(() => openActions(hallActions, { slug, may, t }), [slug, may, t]);
}
