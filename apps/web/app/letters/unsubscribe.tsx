import { m } from "@guildhall/i18n/messages";
import { readUnsubscribeOffer, unsubscribe } from "@guildhall/mail";
import { Button, Notice, PageHeader, Stack } from "@guildhall/ui";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route } from "../server/define-route.ts";
import { FrontFrame } from "../shell/front-frame.tsx";
import { useWords } from "../shell/words.ts";

// The link in the mail is the only key that is needed, so mail programs may post to it by themselves (RFC 8058).
const door = route({ area: "public", machine: true, params: z.object({ token: z.string().max(2_000) }) });

export const loader = door.loader(async ({ house, params }) => {
  const { houseName, address } = await readUnsubscribeOffer(house.database, house.secret, params.token);
  return { houseName, address };
});

export const action = door.action(async ({ house, params }) => {
  await unsubscribe(house.database, house.secret, params.token);
  return { done: true };
});

export default function Unsubscribe() {
  const { houseName, address } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done ?? false;
  const { t } = useWords();
  return (
    <FrontFrame>
      <div className="mx-auto max-w-letter">
        <Stack gap={5}>
          <PageHeader
            size="l"
            title={t(m.letters_unsubscribe_title, { name: houseName })}
            description={t(m.letters_unsubscribe_text, { address })}
          />
          {done ? (
            <Notice tone="success" live title={t(m.letters_unsubscribed, { name: houseName })} />
          ) : (
            <Form method="post">
              <Button type="submit" look="primary">
                {t(m.letters_unsubscribe)}
              </Button>
            </Form>
          )}
        </Stack>
      </div>
    </FrontFrame>
  );
}
