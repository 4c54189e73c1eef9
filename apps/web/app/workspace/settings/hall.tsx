import { locales } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { editHall, getSettings } from "@guildhall/tenancy";
import { editHallInput, type HallSettings } from "@guildhall/tenancy/schemas";
import { CopyField, PageHeader, Section, SelectField, Stack, TextField } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { savedSearch } from "./saved.ts";
import { SettingsForm } from "./settings-form.tsx";
import { timeZoneOptions } from "./time-zones.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: savedSearch,
  permission: "settings.edit",
});

export const loader = here.loader(async ({ ctx, house, search }) => {
  const { name, locale, timeZone, slug } = await getSettings(ctx);
  return {
    settings: { name, locale, timeZone },
    address: new URL(`/w/${slug}`, house.publicUrl()).href,
    portal: new URL(`/c/${slug}`, house.publicUrl()).href,
    zones: timeZoneOptions(timeZone, ctx.locale, ctx.clock.now()),
    saved: search.saved !== undefined,
  };
});

export const action = here.action(async ({ ctx, request, params }) =>
  answerForm(await request.formData(), editHallInput, async (input) => {
    await editHall(ctx, input);
    return seeOther(`/w/${params.tenant}/settings?saved`);
  }),
);

export const meta = pageTitle(m.settings_hall);

const languages = { en: m.settings_language_en, "zh-CN": m.settings_language_zh } as const;

export default function Hall() {
  const { settings, address, portal } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Stack gap={6}>
      <PageHeader title={t(m.settings_hall)} description={t(m.settings_hall_text)} />
      <HallForm key={JSON.stringify(settings)} settings={settings} />
      <Section title={t(m.settings_addresses)} description={t(m.settings_addresses_text)}>
        <div className="grid max-w-form gap-s4">
          <CopyField label={t(m.settings_address)} value={address} exact />
          <CopyField label={t(m.settings_portal_address)} value={portal} exact />
        </div>
      </Section>
    </Stack>
  );
}

function HallForm({ settings }: { readonly settings: Pick<HallSettings, "name" | "locale" | "timeZone"> }) {
  const { zones, saved } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const schemaForm = useSchemaForm(editHallInput);
  const { fields, errorsOf } = schemaForm;
  return (
    <SettingsForm of={schemaForm} label={t(m.settings_save)} saved={saved}>
      <TextField
        name={fields.name.name}
        label={t(m.settings_name)}
        autoComplete="organization"
        maxLength={200}
        required
        defaultValue={fields.name.initialValue ?? settings.name}
        error={errorsOf(fields.name)}
      />
      <SelectField
        name={fields.locale.name}
        label={t(m.settings_language)}
        description={t(m.settings_language_hint)}
        options={locales.map((locale) => ({ value: locale, label: t(languages[locale]) }))}
        defaultValue={fields.locale.initialValue ?? settings.locale}
        error={errorsOf(fields.locale)}
      />
      <SelectField
        name={fields.timeZone.name}
        label={t(m.settings_time_zone)}
        description={t(m.settings_time_zone_hint)}
        options={zones}
        defaultValue={fields.timeZone.initialValue ?? settings.timeZone}
        error={errorsOf(fields.timeZone)}
      />
    </SettingsForm>
  );
}
