import { locales } from "@guildhall/core";
import type { IconName } from "@guildhall/ui";
import { useRouteLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useWords, wordsIn } from "../../shell/words.ts";
import type { WorkspaceData } from "../workspace.tsx";
import { hallActions } from "./hall-actions.ts";

/** An action as this visitor finds it in this hall. */
export interface OpenAction {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly href: string;
  readonly keys: string | undefined;
  readonly rail: "hall" | "house" | undefined;
  /** What else it is found by: pinyin, and its name in the other language. */
  readonly keywords: string;
}

/** What this visitor may do in this hall, in their language. */
export function useHallActions(): readonly OpenAction[] {
  const data = useRouteLoaderData<WorkspaceData>("workspace/workspace");
  const { t } = useWords();
  return useMemo(() => {
    if (!data) return [];
    return hallActions
      .filter(({ permission }) => data.may.includes(permission))
      .map(({ id, label, icon, to, keys, rail, pinyin }) => ({
        id,
        icon,
        keys,
        rail,
        label: t(label),
        href: `/w/${data.tenant.slug}${to}`,
        keywords: [pinyin, ...locales.map((locale) => wordsIn(locale).t(label))].join(" "),
      }));
  }, [data, t]);
}
