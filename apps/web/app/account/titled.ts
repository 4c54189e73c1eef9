import type { Locale } from "@guildhall/core";
import type { Message } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { MetaFunction } from "@remix-run/react";
import { wordsIn } from "../shell/words.ts";

/** The title of a page in the visit's language, before the name of the house. */
export function titled(title: Message<Record<never, never>>): MetaFunction {
  return ({ matches }) => {
    const root = matches.find(({ id }) => id === "root")?.data;
    const { t } = wordsIn(localeOf(root));
    return [{ title: `${t(title)} · ${t(m.shell_name)}` }];
  };
}

function localeOf(root: unknown): Locale {
  return typeof root === "object" && root !== null && "locale" in root && root.locale === "zh-CN" ? "zh-CN" : "en";
}
