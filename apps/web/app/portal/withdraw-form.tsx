import { m } from "@guildhall/i18n/messages";
import { Button } from "@guildhall/ui";
import { Form, useNavigation } from "@remix-run/react";
import { useWords } from "../shell/words.ts";
import { usePortal } from "./use-portal.ts";

/** Takes a request to join back. */
export function WithdrawForm() {
  const { t } = useWords();
  const { tenant } = usePortal();
  const pending = useNavigation().formAction?.startsWith(`/c/${tenant.slug}/join`) ?? false;
  return (
    <Form method="post" action={`/c/${tenant.slug}/join`}>
      <Button type="submit" name="act" value="withdraw" pending={pending}>
        {t(m.portal_withdraw)}
      </Button>
    </Form>
  );
}
