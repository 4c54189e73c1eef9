import { addPasskey, nameDevice } from "@guildhall/auth";
import { addPasskeyInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, FormActions, Notice, PageHeader, Stack, TextField, useAwake } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { useRef, useState } from "react";
import { route, seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { requireFresh } from "../../server/require-fresh.ts";
import { keepToken, whoIsHere } from "../../server/who-is-here.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { makePasskey } from "../../shell/passkey-ceremony.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";

export const meta = pageTitle(m.account_passkeys_add);

const here = route({ area: "account" });

export const loader = here.loader(async ({ visit }) => {
  const who = await whoIsHere(visit);
  requireFresh(who);
  const { browser, system } = nameDevice(visit.userAgent);
  return { suggestion: [browser, system].filter((part) => part !== null).join(" · ") };
});

export const action = here.action(async ({ visit, house, request }) => {
  const who = await whoIsHere(visit);
  const add = async (input: object) => {
    const { sessionToken } = await addPasskey(house, who, input, new Date());
    keepToken({ house, visit }, sessionToken);
    return seeOther("/account/security?done=passkey-added");
  };
  return answerForm(await request.formData(), addPasskeyInput, add, { field: "name" });
});

export default function NewPasskey() {
  const { t } = useWords();
  const { suggestion } = useLoaderData<typeof loader>();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(addPasskeyInput.pick({ name: true }));
  const awake = useAwake();
  const answer = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"ready" | "asking" | "refused">("ready");

  const make = async () => {
    const element = answer.current?.form;
    const input = element && new FormData(element).get("name");
    // A name that will not do is said before a key is made that nobody would then know.
    if (!element || !addPasskeyInput.shape.name.safeParse(input).success) return element?.requestSubmit();
    setState("asking");
    const credential = await makePasskey();
    if (credential === null || !answer.current) return setState("refused");
    answer.current.value = credential;
    element.requestSubmit();
  };

  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.account_passkeys_add)} description={t(m.account_passkey_new_text)} />
      <FormSummary summary={summary} />
      {state === "refused" && (
        <Notice tone="warning" live title={t(m.account_passkey_not_made)}>
          {t(m.account_passkey_not_made_text)}
        </Notice>
      )}
      {!awake && <Notice title={t(m.account_passkey_script)} />}
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <div className="grid max-w-form gap-s4">
          <input type="hidden" name="credential" ref={answer} />
          <TextField
            name={fields.name.name}
            label={t(m.account_passkey_name)}
            description={t(m.account_passkey_name_hint)}
            autoComplete="off"
            maxLength={60}
            required
            defaultValue={fields.name.initialValue ?? suggestion}
            error={errorsOf(fields.name)}
          />
          <FormActions>
            <Button
              type="button"
              look="primary"
              icon="key"
              pending={pending || state === "asking"}
              disabled={!awake}
              onPress={() => void make()}
            >
              {t(m.account_passkey_make)}
            </Button>
            <ButtonLink look="quiet" href="/account/security">
              {t(m.shell_cancel)}
            </ButtonLink>
          </FormActions>
        </div>
      </Form>
    </Stack>
  );
}
