import { hasSecondFactor } from "@guildhall/auth";
import { m } from "@guildhall/i18n/messages";
import { getSettings, setSignInRules } from "@guildhall/tenancy";
import { signInRulesInput } from "@guildhall/tenancy/schemas";
import { ButtonLink, Notice, PageHeader, Stack, SwitchField } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";

import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { savedSearch } from "./saved.ts";
import { SettingsForm } from "./settings-form.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: savedSearch,
  permission: "settings.edit",
});

export const loader = here.open(async ({ scope, house, search }) => ({
  requiresSecondFactor: (await house.database.withTenant(scope, getSettings, { readOnly: true })).requiresSecondFactor,
  guarded: scope.actor.kind === "person" && (await hasSecondFactor(house.database, scope.actor.userId)),
  saved: search.saved !== undefined,
}));

export const action = here.open(async ({ scope, house, request, params }) =>
  answerForm(await request.formData(), signInRulesInput, async (input) => {
    const guarded = scope.actor.kind === "person" && (await hasSecondFactor(house.database, scope.actor.userId));
    await house.database.withTenant(scope, (ctx) => setSignInRules(ctx, input, { hasSecondFactor: guarded }));
    return seeOther(`/w/${params.tenant}/settings/sign-in?saved`);
  }),
);

export const meta = pageTitle(m.settings_sign_in);

export default function SignInRules() {
  const { requiresSecondFactor, guarded } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.settings_sign_in)} description={t(m.settings_sign_in_text)} />
      {!guarded && !requiresSecondFactor && (
        <Notice
          title={t(m.settings_second_factor_first)}
          action={<ButtonLink href="/account/security">{t(m.settings_second_factor_set_up)}</ButtonLink>}
        />
      )}
      <RulesForm key={String(requiresSecondFactor)} />
    </Stack>
  );
}

function RulesForm() {
  const { requiresSecondFactor, saved } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const schemaForm = useSchemaForm(signInRulesInput);
  const { fields, errorsOf } = schemaForm;
  return (
    <SettingsForm of={schemaForm} label={t(m.settings_save)} saved={saved}>
      <SwitchField
        name={fields.requiresSecondFactor.name}
        label={t(m.settings_second_factor)}
        description={t(m.settings_second_factor_hint)}
        defaultChecked={requiresSecondFactor}
        error={errorsOf(fields.requiresSecondFactor)}
      />
    </SettingsForm>
  );
}
