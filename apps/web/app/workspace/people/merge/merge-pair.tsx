import { m } from "@guildhall/i18n/messages";
import type { Field, MergePreview } from "@guildhall/people/schemas";
import { Button, ButtonLink, FormActions, Notice, RadioField, Section } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { sayAnswer } from "../../../shell/error-words.ts";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { differenceIn } from "./difference-words.ts";
import { choiceName, mergeForm } from "./merge-form.ts";
import { SeenAsOne } from "./seen-as-one.tsx";
import { SideCard } from "./side-card.tsx";

interface MergePairProps {
  readonly preview: MergePreview;
  readonly fields: readonly Field[];
}

/** Both records side by side, what is chosen of each, and what they will be together. */
export function MergePair({ preview, fields }: MergePairProps) {
  const { kept, merged, refusal } = preview;
  const { t, locale } = useWords();
  const home = `/w/${useHall().slug}/people`;
  const isStaff = kept.role !== null || merged.role !== null;
  return (
    <>
      <div className="grid grid-cols-1 gap-s4 sm:grid-cols-2">
        <SideCard side={kept} word={t(m.merge_stays)} stays />
        <SideCard side={merged} word={t(m.merge_joins)}>
          {!isStaff && (
            <ButtonLink size="s" look="quiet" href={`${home}/${merged.id}/merge?with=${kept.id}`}>
              {t(m.merge_turn, { name: merged.fullName })}
            </ButtonLink>
          )}
        </SideCard>
      </div>
      {refusal ? (
        <Notice tone="warning" title={t(m.merge_refused)}>
          {sayAnswer(locale, refusal)}
        </Notice>
      ) : (
        <>
          {kept.role && <Notice title={t(m.merge_staff_stays, { name: kept.fullName })} />}
          <SignIns preview={preview} />
          <Choices preview={preview} fields={fields} />
        </>
      )}
    </>
  );
}

/** Who signs in, and as whom from then on. */
function SignIns({ preview: { kept, merged } }: { readonly preview: MergePreview }) {
  const { t } = useWords();
  if (merged.logins === 0) return null;
  if (kept.logins > 0)
    return (
      <Notice tone="success" title={t(m.merge_both_sign_in)}>
        {t(m.merge_both_sign_in_text, { name: kept.fullName })}
      </Notice>
    );
  return <Notice title={t(m.merge_other_signs_in, { merged: merged.fullName, kept: kept.fullName })} />;
}

function Choices({ preview, fields: known }: MergePairProps) {
  const { differences, kept, merged } = preview;
  const words = useWords();
  const { t } = words;
  const hall = useHall();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(mergeForm(differences));
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="grid gap-s5">
      <FormSummary summary={summary} />
      <input type="hidden" name="with" value={merged.id} />
      <Section title={t(m.merge_choices)} description={t(differences.length > 0 ? m.merge_choices_text : m.merge_same)}>
        <div className="grid gap-s4">
          {differences.map((difference) => {
            const { label, keptText, mergedText } = differenceIn(words, difference, { preview, fields: known, hall });
            const field = fields[choiceName(difference.column)];
            return (
              <RadioField
                key={difference.column}
                name={choiceName(difference.column)}
                label={label}
                slips
                across
                defaultValue={String(field?.initialValue ?? difference.takes)}
                error={field && errorsOf(field)}
                options={[
                  { value: "kept", label: keptText, description: kept.fullName },
                  { value: "merged", label: mergedText, description: merged.fullName },
                ]}
              />
            );
          })}
        </div>
      </Section>
      <SeenAsOne preview={preview} />
      <FormActions>
        <Button type="submit" look="primary" pending={pending}>
          {t(m.merge_act)}
        </Button>
        <ButtonLink look="quiet" href={`/w/${hall.slug}/people/${kept.id}`}>
          {t(m.shell_cancel)}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
