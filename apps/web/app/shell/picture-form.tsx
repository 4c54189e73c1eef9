import { m } from "@guildhall/i18n/messages";
import { Button, FileField, FormActions, FormFields } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "./form-summary.tsx";
import { pictureInput } from "./picture-input.ts";
import { useSchemaForm } from "./use-schema-form.ts";
import { useWords } from "./words.ts";

/** Takes a picture of a person. */
export function PictureForm() {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(pictureInput);
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
    >
      <FormFields>
        <FormSummary summary={summary} />
        <FileField
          name={fields.picture.name}
          label={t(m.people_picture_choose)}
          accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
          error={errorsOf(fields.picture)}
        />
        <FormActions>
          <Button type="submit" icon="upload" pending={pending}>
            {t(m.people_picture_upload)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}
