import { factorCodeInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { CodeField, SubmitRow, TextField, TextLink } from "@guildhall/ui";
import { Form, useLocation, useSearchParams } from "@remix-run/react";
import { FormSummary } from "./form-summary.tsx";
import { useSchemaForm } from "./use-schema-form.ts";
import { useWords } from "./words.ts";

/** Asks for the six digits of an app or, with `?by=recovery`, for a recovery code. */
export function FactorCodeForm({ submit }: { readonly submit: string }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(factorCodeInput);
  const byRecovery = search.get("by") === "recovery";
  const other = new URLSearchParams(search);
  if (byRecovery) other.set("by", "code");
  else other.set("by", "recovery");
  return (
    <div className="grid gap-s5">
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <div className="grid gap-s4">
          {byRecovery ? (
            <TextField
              name={fields.code.name}
              label={t(m.account_recovery_code)}
              description={t(m.account_recovery_code_hint)}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
              defaultValue={fields.code.initialValue}
              error={errorsOf(fields.code)}
            />
          ) : (
            <CodeField
              name={fields.code.name}
              label={t(m.account_code)}
              description={t(m.account_code_hint)}
              required
              error={errorsOf(fields.code)}
            />
          )}
          <SubmitRow label={submit} pending={pending} />
        </div>
      </Form>
      <TextLink href={`${pathname}?${other.toString()}`} alone>
        {byRecovery ? t(m.account_use_app) : t(m.account_use_recovery)}
      </TextLink>
    </div>
  );
}
