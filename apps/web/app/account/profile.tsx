import { updateProfile } from "@guildhall/auth";
import { ofTheHall, profileInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Notice, PageHeader, SegmentedField, SelectField, Stack, SubmitRow, TextField, TextLink } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { choiceCookie } from "../server/choice-cookie.ts";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { whoIsHere } from "../server/who-is-here.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { timeZones } from "./time-zones.ts";

export const meta = pageTitle(m.account_profile_title);

const here = route({ area: "account", search: z.object({ done: z.string().max(20).optional() }) });

export const loader = here.loader(async ({ visit, search }) => {
  const { user } = await whoIsHere(visit);
  const { fullName, theme, timeZone } = user;
  const locale = await visit.locale();
  return { fullName, theme, timeZone, locale, zones: timeZones(locale), saved: search.done === "saved" };
});

export const action = here.action(async ({ request, visit, house }) => {
  const { user } = await whoIsHere(visit);
  return answerForm(await request.formData(), profileInput, async (profile) => {
    const { locale, theme } = await updateProfile(house.database, user.id, profile);
    if (locale) visit.cookies.push(choiceCookie(house, "locale", locale));
    if (theme) visit.cookies.push(choiceCookie(house, "theme", theme));
    return seeOther("/account/profile?done=saved");
  });
});

export default function Profile() {
  const { t } = useWords();
  const { fullName, theme, timeZone, locale, zones, saved } = useLoaderData<typeof loader>();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(profileInput);
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.account_profile_title)} description={t(m.account_profile_text)} />
      <p className="text-ink-2">
        {t(m.account_picture_where)}{" "}
        <TextLink href="/account" alone>
          {t(m.account_picture_go)}
        </TextLink>
      </p>
      <FormSummary summary={summary} />
      {saved && <Notice tone="success" live title={t(m.account_saved)} />}
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <div className="grid max-w-form gap-s5">
          <TextField
            name={fields.fullName.name}
            label={t(m.account_name)}
            optionalLabel={t(m.shell_optional)}
            description={t(m.account_name_hint)}
            autoComplete="name"
            maxLength={200}
            defaultValue={fields.fullName.initialValue ?? fullName ?? ""}
            error={errorsOf(fields.fullName)}
          />
          <SegmentedField
            name={fields.locale.name}
            label={t(m.account_language)}
            options={[
              { value: "en", label: "English" },
              { value: "zh-CN", label: "中文" },
            ]}
            defaultValue={fields.locale.initialValue ?? locale}
            error={errorsOf(fields.locale)}
          />
          <SegmentedField
            name={fields.theme.name}
            label={t(m.account_theme)}
            options={[
              { value: "system", label: t(m.account_theme_system) },
              { value: "light", label: t(m.account_theme_light) },
              { value: "dark", label: t(m.account_theme_dark) },
            ]}
            defaultValue={fields.theme.initialValue ?? theme}
            error={errorsOf(fields.theme)}
          />
          <SelectField
            name={fields.timeZone.name}
            label={t(m.account_time_zone)}
            description={t(m.account_time_zone_hint)}
            options={[{ value: ofTheHall, label: t(m.account_time_zone_hall) }, ...zones]}
            defaultValue={fields.timeZone.initialValue ?? timeZone ?? ofTheHall}
            error={errorsOf(fields.timeZone)}
          />
          <SubmitRow label={t(m.account_save)} pending={pending} />
        </div>
      </Form>
    </Stack>
  );
}
