import { m } from "@guildhall/i18n/messages";
import { Button, Notice, Time } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useWords } from "../shell/words.ts";

interface ClosingBannerProps {
  readonly closesAt: Date | null;
  readonly mayKeep: boolean;
  readonly hall: { readonly slug: string; readonly timeZone: string };
}

/** While a hall that was given up can still be kept: until when, and for its owners the way back. */
export function ClosingBanner({ closesAt, mayKeep, hall }: ClosingBannerProps) {
  const { t, locale } = useWords();
  if (!closesAt) return null;
  const keep = (
    <Form method="post" action={`/w/${hall.slug}/settings/data`}>
      <input type="hidden" name="act" value="keep" />
      <Button type="submit" icon="undo">
        {t(m.signup_closing_keep)}
      </Button>
    </Form>
  );
  return (
    <div className="mb-s4 print:hidden">
      <Notice tone="danger" title={t(m.signup_closing_title)} action={mayKeep && keep}>
        {t(m.signup_closing_until)} <Time value={closesAt} locale={locale} zone={hall.timeZone} show="moment" />
        {mayKeep ? null : <> · {t(m.signup_closing_ask)}</>}
      </Notice>
    </div>
  );
}
