import { receiveFile } from "@guildhall/files";
import { m } from "@guildhall/i18n/messages";
import { editBranding, entitled, getSettings } from "@guildhall/tenancy";
import { editBrandingInput, type HallSettings } from "@guildhall/tenancy/schemas";
import { AccentField, ButtonLink, CheckboxField, FileField, Notice, PageHeader, Stack, TextLink } from "@guildhall/ui";
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
  const { accent, logoFileId } = await getSettings(ctx);
  const allowed = await entitled(ctx, "branding");
  return { settings: { accent, logoFileId }, allowed, saved: search.saved !== undefined };
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
  const { settings, allowed } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/settings`;
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.settings_branding)} description={t(m.settings_branding_text)} />
      {!allowed && (
        <Notice
          title={t(m.settings_plan_lacks_branding)}
          action={<ButtonLink href={`${base}/plan`}>{t(m.settings_plan_see)}</ButtonLink>}
        >
          {t(m.settings_plan_lacks_branding_text)}
        </Notice>
      )}
      <BrandingForm key={JSON.stringify(settings)} settings={settings} allowed={allowed} />
      <p className="text-ink-2">
        {t(m.settings_welcome_place)}{" "}
        <TextLink href={`${base}/portal#welcomeTitle`} alone>
          {t(m.settings_welcome_go)}
        </TextLink>
      </p>
    </Stack>
  );
}

type Dress = Pick<HallSettings, "accent" | "logoFileId">;
/** The house's own seal, where the colour picker begins for a hall that has chosen none. */
const seal = "#b8321e";
/** What was posted may be no colour at all, or two of them. */
const colour = z.string();

interface BrandingFormProps {
  readonly settings: Dress;
  /** Whether the hall's plan has branding; without it, what is worn can only be taken off. */
  readonly allowed: boolean;
}

function BrandingForm({ settings, allowed }: BrandingFormProps) {
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
        disabled={!allowed}
        error={errorsOf(fields.logo)}
      />
      <AccentField
        name={fields.accent.name}
        label={t(m.settings_accent)}
        description={t(m.settings_accent_hint)}
        houseName={hall.name}
        disabled={!allowed}
        defaultValue={colour.catch(settings.accent ?? seal).parse(fields.accent.initialValue)}
        error={errorsOf(fields.accent)}
      />
      <CheckboxField
        name={fields.plainAccent.name}
        label={t(m.settings_accent_plain)}
        defaultChecked={settings.accent === null}
      />
    </SettingsForm>
  );
}
