import { m } from "@guildhall/i18n/messages";
import { Button } from "@guildhall/ui";
import { Form, useLocation } from "@remix-run/react";
import { useWords } from "./words.ts";

/** To the other language, and back to this very page. */
export function LanguageSwitch() {
  const { t, locale } = useWords();
  const here = useLocation();
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="locale" value={locale === "en" ? "zh-CN" : "en"} />
      <input type="hidden" name="to" value={here.pathname + here.search} />
      <Button type="submit" look="quiet" size="s" icon="globe">
        <span lang={locale === "en" ? "zh-CN" : "en"}>{t(m.shell_language)}</span>
      </Button>
    </Form>
  );
}
