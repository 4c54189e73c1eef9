import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, FormActions, FormFields } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import type { ComponentProps } from "react";
import { FormSummary } from "../../shell/form-summary.tsx";
import { useWords } from "../../shell/words.ts";
import { NoteFields } from "./note-fields.tsx";
import type { useNoteForm } from "./use-work-form.ts";

type NoteFormProps = Omit<ComponentProps<typeof NoteFields>, "state"> & {
  readonly state: ReturnType<typeof useNoteForm>;
  /** What its button says. */
  readonly save: string;
  /** Where one goes who thinks better of it. */
  readonly back: string;
};

/** A note as a form of its own page, new or one that is there. */
export function NoteForm({ state, save, back, ...fields }: NoteFormProps) {
  const { t } = useWords();
  const { form, summary, pending } = state;
  const filed = (fields.note?.files.length ?? 0) > 0;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
    >
      <input type="hidden" name="kind" value={fields.kind} />
      {filed && <input type="hidden" name="filed" value="1" />}
      <FormFields>
        <FormSummary summary={summary} />
        <NoteFields {...fields} state={state} />
        <FormActions>
          <Button type="submit" look="primary" name="act" value="save" pending={pending}>
            {save}
          </Button>
          <ButtonLink look="quiet" href={back}>
            {t(m.work_cancel)}
          </ButtonLink>
        </FormActions>
      </FormFields>
    </Form>
  );
}
