import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, FormActions, FormFields } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import type { ComponentProps } from "react";
import { FormSummary } from "../../shell/form-summary.tsx";
import { useWords } from "../../shell/words.ts";
import { TaskFields } from "./task-fields.tsx";
import type { useTaskForm } from "./use-work-form.ts";

type TaskFormProps = Omit<ComponentProps<typeof TaskFields>, "state"> & {
  readonly state: ReturnType<typeof useTaskForm>;
  /** What its button says. */
  readonly save: string;
  /** Where one goes who thinks better of it. */
  readonly back: string;
};

/** A task as a form of its own page, new or one that is there. */
export function TaskForm({ state, save, back, ...fields }: TaskFormProps) {
  const { t } = useWords();
  const { form, summary, pending } = state;
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <FormFields>
        <FormSummary summary={summary} />
        <TaskFields {...fields} state={state} />
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
