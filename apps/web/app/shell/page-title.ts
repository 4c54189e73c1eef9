import type { Message } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { MetaFunction } from "@remix-run/react";
import { wordsIn } from "./words.ts";

/** A page's name in the browser's tab and history, before that of the house. */
export function pageTitle(message: Message<Record<never, never>>): MetaFunction {
  return ({ matches }) => {
    const root = matches.find(({ id }) => id === "root")?.data;
    const chinese = typeof root === "object" && root !== null && "locale" in root && root.locale === "zh-CN";
    const { t } = wordsIn(chinese ? "zh-CN" : "en");
    return [{ title: `${t(message)} · ${t(m.shell_name)}` }];
  };
}
