import { m } from "@guildhall/i18n/messages";
import { Button, FormActions, FormFields } from "@guildhall/ui";
import { type Choice, ComboboxField } from "@guildhall/ui/choice";
import { Form } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";
import { useFieldPlace } from "../../workspace/fields/use-field-place.ts";

/** Asks about one person whether they may see this, and by what. */
export function WhyForm({ people }: { readonly people: readonly Choice[] }) {
  const { t } = useWords();
  const place = useFieldPlace();
  return (
    <Form method="get" preventScrollReset>
      <FormFields>
        <ComboboxField
          id="why-person"
          name="of"
          label={t(m.docs_why_person)}
          options={people}
          load={(query, signal) => place.find("person", query, signal)}
        />
        <FormActions>
          <Button type="submit">{t(m.docs_why_ask)}</Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}
