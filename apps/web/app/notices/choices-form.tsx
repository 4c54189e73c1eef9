import { m } from "@guildhall/i18n/messages";
import { type NoticeChoices, noticeSettingsInput } from "@guildhall/notify/schemas";
import { Button, FormActions, FormFields, Section, SelectField, Stack, SwitchField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useMemo } from "react";
import { FormSummary } from "../shell/form-summary.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { DigestFields } from "./digest-fields.tsx";
import { QuietFields } from "./quiet-fields.tsx";
import { TopicChoices, type TopicShown } from "./topic-choices.tsx";

interface ChoicesFormProps {
  readonly topics: readonly TopicShown[];
  readonly choices: NoticeChoices;
  /** Where it is sent. */
  readonly action: string;
}

/** What somebody wants to hear of from one hall, where, and when. */
export function ChoicesForm({ topics, choices: { settings, topics: chosen }, action }: ChoicesFormProps) {
  const { t } = useWords();
  const schema = useMemo(() => noticeSettingsInput(topics.map(({ name }) => name)), [topics]);
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(schema);
  const entered = (field: { name: string; initialValue?: unknown; errors?: string[] | undefined }) => ({
    name: field.name,
    value: typeof field.initialValue === "string" ? field.initialValue : undefined,
    error: errorsOf(field),
  });
  return (
    <Form method="post" action={action} id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <Stack gap={5}>
        <FormSummary summary={summary} />
        <SwitchField
          name={fields.paused.name}
          label={t(m.notices_pause)}
          description={t(m.notices_pause_text)}
          defaultChecked={settings.paused}
        />
        <Section title={t(m.notices_topics)} description={t(m.notices_topics_text)}>
          <TopicChoices topics={topics} chosen={chosen} />
        </Section>
        <Section title={t(m.notices_digest)} description={t(m.notices_digest_text)}>
          <DigestFields
            settings={settings}
            every={entered(fields.digest)}
            hour={entered(fields.digestHour)}
            weekday={entered(fields.digestWeekday)}
          />
        </Section>
        <Section title={t(m.notices_quiet)} description={t(m.notices_quiet_text)}>
          <QuietFields
            quiet={settings.quiet}
            on={entered(fields.quiet)}
            from={entered(fields.quietFrom)}
            to={entered(fields.quietTo)}
          />
        </Section>
        <Section title={t(m.notices_language)}>
          <FormFields>
            <SelectField
              name={fields.locale.name}
              label={t(m.notices_language_of_mails)}
              options={[
                { value: "account", label: t(m.notices_language_account) },
                { value: "en", label: t(m.notices_language_en) },
                { value: "zh-CN", label: t(m.notices_language_zh) },
              ]}
              defaultValue={entered(fields.locale).value ?? settings.locale ?? "account"}
              error={errorsOf(fields.locale)}
            />
            <FormActions>
              <Button type="submit" look="primary" name="act" value="save" pending={pending}>
                {t(m.notices_save)}
              </Button>
            </FormActions>
          </FormFields>
        </Section>
      </Stack>
    </Form>
  );
}
