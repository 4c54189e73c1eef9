import { m } from "@guildhall/i18n/messages";
import { Button } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useWords } from "./words.ts";

export function SignOut() {
  const { t } = useWords();
  return (
    <Form method="post" action="/logout" reloadDocument>
      <Button type="submit" look="quiet" size="s" icon="sign-out">
        {t(m.shell_sign_out)}
      </Button>
    </Form>
  );
}
