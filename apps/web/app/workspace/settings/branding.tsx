import { receiveFile } from "@guildhall/files";
import { m } from "@guildhall/i18n/messages";
import { editBranding, getSettings } from "@guildhall/tenancy";
import { editBrandingInput, type HallSettings } from "@guildhall/tenancy/schemas";
import { AccentField, CheckboxField, FileField, PageHeader, Stack, TextAreaField, TextField } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
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

export const loader = here.loader(async ({ ctx, search }) => {
  const { accent, logoFileId, welcomeTitle, welcomeText } = await getSettings(ctx);
  return { settings: { accent, logoFileId, welcomeTitle, welcomeText }, saved: search.saved !== undefined };
});

const logoLimit = 5 * 1_048_576;
/** The logo itself is checked by its bytes, on the server. */
const input = editBrandingInput.extend({ logo: z.unknown().optional() });

export const action = here.open(async ({ scope, house, request, params }) => {
  const form = await request.formData();
  const logo = form.get("logo");
  return answerForm(
    form,
    input,
    async (branding) => {
      const received =
        logo instanceof File && logo.size > 0
          ? await receiveFile(house.files, scope.tenant.id, {
              content: logo.stream(),
              name: logo.name,
              limitBytes: logoLimit,
              accept: ["image"],
            })
          : null;
      await house.database.withTenant(scope, (ctx) => editBranding(ctx, branding, received));
      return seeOther(`/w/${params.tenant}/settings/branding?saved`);
    },
    { field: "logo" },
  );
});

export const meta = pageTitle(m.settings_branding);

export default function Branding() {
  const { settings } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.settings_branding)} description={t(m.settings_branding_text)} />
      <BrandingForm key={JSON.stringify(settings)} settings={settings} />
    </Stack>
  );
}

type Dress = Pick<HallSettings, "accent" | "logoFileId" | "welcomeTitle" | "welcomeText">;
/** The house's own seal, where the colour picker begins for a hall that has chosen none. */
const seal = "#b8321e";
/** What was posted may be no colour at all, or two of them. */
const colour = z.string();

function BrandingForm({ settings }: { readonly settings: Dress }) {
  const { saved } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const schemaForm = useSchemaForm(input);
  const { fields, errorsOf } = schemaForm;
  return (
    <SettingsForm of={schemaForm} label={t(m.settings_save)} saved={saved} encType="multipart/form-data">
      {settings.logoFileId && (
        <div className="grid gap-s2">
          <img
            src={`/w/${hall.slug}/files/${settings.logoFileId}?width=320`}
            alt={t(m.settings_logo_now)}
            className="h-auto w-fit max-w-menu rounded-r2 border bg-surface p-s3"
          />
          <CheckboxField name={fields.removeLogo.name} label={t(m.settings_logo_remove)} />
        </div>
      )}
      <FileField
        name={fields.logo.name}
        label={settings.logoFileId ? t(m.settings_logo_other) : t(m.settings_logo)}
        optionalLabel={t(m.shell_optional)}
        description={t(m.people_picture_hint, { limit: logoLimit / 1_048_576 })}
        accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
        error={errorsOf(fields.logo)}
      />
      <AccentField
        name={fields.accent.name}
        label={t(m.settings_accent)}
        description={t(m.settings_accent_hint)}
        houseName={hall.name}
        defaultValue={colour.catch(settings.accent ?? seal).parse(fields.accent.initialValue)}
        error={errorsOf(fields.accent)}
      />
      <CheckboxField
        name={fields.plainAccent.name}
        label={t(m.settings_accent_plain)}
        defaultChecked={settings.accent === null}
      />
      <TextField
        name={fields.welcomeTitle.name}
        label={t(m.settings_welcome_title)}
        optionalLabel={t(m.shell_optional)}
        maxLength={120}
        defaultValue={fields.welcomeTitle.initialValue ?? settings.welcomeTitle ?? ""}
        error={errorsOf(fields.welcomeTitle)}
      />
      <TextAreaField
        name={fields.welcomeText.name}
        label={t(m.settings_welcome_text)}
        optionalLabel={t(m.shell_optional)}
        description={t(m.settings_welcome_text_hint)}
        rows={5}
        maxLength={2_000}
        defaultValue={fields.welcomeText.initialValue ?? settings.welcomeText ?? ""}
        error={errorsOf(fields.welcomeText)}
      />
    </SettingsForm>
  );
}
