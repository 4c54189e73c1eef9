import { m } from "@guildhall/i18n/messages";
import { getPortal, setPortal } from "@guildhall/tenancy";
import { portalInput } from "@guildhall/tenancy/schemas";
import { ButtonLink, CheckboxField, PageHeader, RadioField, Stack, TextAreaField, TextField } from "@guildhall/ui";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { savedSearch } from "./saved.ts";
import { SettingsForm } from "./settings-form.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: savedSearch,
  permission: "settings.edit",
});

export const loader = here.loader(async ({ ctx, search, house }) => ({
  portal: await getPortal(ctx),
  address: `${new URL(house.publicUrl()).host}/c/${ctx.tenant.slug}`,
  saved: search.saved !== undefined,
}));

export const action = here.open(async ({ scope, house, request, params }) =>
  answerForm(await request.formData(), portalInput, async (value) => {
    await house.database.withTenant(scope, (ctx) => setPortal(ctx, value));
    return seeOther(`/w/${params.tenant}/settings/portal?saved`);
  }),
);

export const meta = pageTitle(m.portal_settings_action);

export default function PortalSettings() {
  const { portal, address } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  return (
    <Stack gap={5}>
      <PageHeader
        title={t(m.portal_settings_title)}
        description={t(m.portal_settings_text, { address })}
        actions={
          <ButtonLink href={`/c/${hall.slug}`} icon="eye">
            {t(m.portal_settings_look)}
          </ButtonLink>
        }
      />
      <PortalForm key={JSON.stringify(portal)} />
    </Stack>
  );
}

function PortalForm() {
  const { portal, saved } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() !== undefined;
  const { t } = useWords();
  const schemaForm = useSchemaForm(portalInput);
  const { fields, errorsOf } = schemaForm;
  const modes = [
    { value: "open", label: t(m.portal_mode_open), description: t(m.portal_mode_open_text) },
    { value: "approval", label: t(m.portal_mode_approval), description: t(m.portal_mode_approval_text) },
    { value: "invitation", label: t(m.portal_mode_invitation), description: t(m.portal_mode_invitation_text) },
  ];
  return (
    <SettingsForm of={schemaForm} label={t(m.settings_save)} saved={saved}>
      <RadioField
        name={fields.joining.name}
        label={t(m.portal_settings_joining)}
        options={modes}
        slips
        required
        defaultValue={fields.joining.initialValue ?? portal.joining}
        error={errorsOf(fields.joining)}
      />
      <TextField
        name={fields.welcomeTitle.name}
        label={t(m.portal_settings_welcome)}
        optionalLabel={t(m.shell_optional)}
        description={t(m.portal_settings_welcome_hint)}
        maxLength={120}
        defaultValue={fields.welcomeTitle.initialValue ?? portal.welcomeTitle ?? ""}
        error={errorsOf(fields.welcomeTitle)}
      />
      <TextAreaField
        name={fields.welcomeText.name}
        label={t(m.portal_settings_welcome_text)}
        optionalLabel={t(m.shell_optional)}
        rows={6}
        maxLength={2_000}
        defaultValue={fields.welcomeText.initialValue ?? portal.welcomeText ?? ""}
        error={errorsOf(fields.welcomeText)}
      />
      <CheckboxField
        name={fields.indexed.name}
        label={t(m.portal_settings_indexed)}
        defaultChecked={answered ? fields.indexed.initialValue === "on" : portal.indexed}
        error={errorsOf(fields.indexed)}
      />
    </SettingsForm>
  );
}
