import { m } from "@guildhall/i18n/messages";
import type { Changes } from "@guildhall/people";
import { Button, ButtonLink, CheckboxField, FormActions, FormFields, Notice, Section } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../../shell/form-summary.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { undoForm } from "./undo-input.ts";

type Standing = Pick<Changes, "mayUndo" | "running" | "importRunId" | "merge">;

/** Takes a change back, or says what stands in the way of that. */
export function UndoForm({ change }: { readonly change: Standing }) {
  const { t } = useWords();
  if (!change.mayUndo) return <InTheWay change={change} />;
  return (
    <Section title={t(m.merge_undo)} description={t(m.merge_undo_text)}>
      <Sure running={change.running} />
    </Section>
  );
}

function Sure({ running }: { readonly running: boolean }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(undoForm);
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <FormFields>
        <FormSummary summary={summary} />
        {running && <Notice title={t(m.merge_undo_running)} />}
        <CheckboxField
          name={fields.sure.name}
          label={t(m.merge_undo_sure)}
          description={t(m.merge_undo_once)}
          error={errorsOf(fields.sure)}
        />
        <FormActions>
          <Button type="submit" look="danger" pending={pending}>
            {t(m.merge_undo)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}

function InTheWay({ change: { importRunId, running, merge } }: { readonly change: Standing }) {
  const { t } = useWords();
  const base = `/w/${useHall().slug}/people`;
  if (importRunId && running)
    return (
      <Notice
        title={t(m.merge_undo_import_running)}
        action={<ButtonLink href={`${base}/import/${importRunId}`}>{t(m.merge_to_import)}</ButtonLink>}
      />
    );
  if (merge?.laterFirst) return <Notice title={t(m.merge_part_later, { into: merge.kept.name })} />;
  return <Notice title={t(m.merge_undo_not_yours)} />;
}
