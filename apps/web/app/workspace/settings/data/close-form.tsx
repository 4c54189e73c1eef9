import { m } from "@guildhall/i18n/messages";
import { startClosingInput } from "@guildhall/tenancy/schemas";
import { Button, FormActions, FormFields, TextField } from "@guildhall/ui";
import { Form, useRouteLoaderData } from "@remix-run/react";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import type { WorkspaceData } from "../../workspace.tsx";

/** Giving the hall up: for its owners, who prove that they mean it by typing its address. */
export function CloseForm() {
  const { t } = useWords();
  const hall = useHall();
  const closing = useRouteLoaderData<WorkspaceData>("workspace/workspace")?.standing.closesAt ?? null;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(startClosingInput);
  if (closing) return <p className="max-w-read leading-read text-ink-2">{t(m.signup_close_under_way)}</p>;
  return (
    <div className="grid gap-s4">
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <input type="hidden" name="act" value="close" />
        <FormFields>
          <TextField
            name={fields.slug.name}
            label={t(m.signup_close_type, { slug: hall.slug })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            required
            defaultValue={fields.slug.initialValue}
            error={errorsOf(fields.slug)}
          />
          <FormActions>
            <Button type="submit" look="danger" pending={pending}>
              {t(m.signup_close_go, { hall: hall.name })}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
    </div>
  );
}
