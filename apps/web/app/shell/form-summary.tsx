import { m } from "@guildhall/i18n/messages";
import { FormError } from "@guildhall/ui";
import { useWords } from "./words.ts";

interface Summary {
  readonly formErrors: readonly string[];
  readonly fieldErrors: readonly { readonly fieldId: string; readonly message: string }[];
  readonly attempt: string;
}

/** What keeps a form from being taken: one sentence about the whole, or a way to each field. */
export function FormSummary({ summary: { formErrors, fieldErrors, attempt } }: { readonly summary: Summary }) {
  const { t } = useWords();
  if (formErrors.length === 0 && fieldErrors.length === 0) return null;
  const title = formErrors[0] ?? t(m.shell_form_errors, { count: fieldErrors.length });
  return <FormError key={attempt} title={title} errors={fieldErrors} />;
}
