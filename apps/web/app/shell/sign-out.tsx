import { m } from "@guildhall/i18n/messages";
import { Button } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useWords } from "./words.ts";

/** Ends this session; `to` is where somebody goes on without one, the front door unless said. */
export function SignOut({ to }: { readonly to?: string }) {
  const { t } = useWords();
  return (
    <Form method="post" action={to ? `/logout?to=${encodeURIComponent(to)}` : "/logout"} reloadDocument>
      <Button type="submit" look="quiet" size="s" icon="sign-out">
        {t(m.shell_sign_out)}
      </Button>
    </Form>
  );
}
