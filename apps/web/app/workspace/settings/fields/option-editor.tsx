import { m } from "@guildhall/i18n/messages";
import { tones } from "@guildhall/people/schemas";
import { Button, CheckboxField, SelectField, TextField } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";
import { toneWords } from "./field-words.ts";
import type { ShapedForm } from "./shaped-form.ts";

interface OptionEditorProps {
  readonly of: ShapedForm;
  /** How often each answer is given, by its id. */
  readonly uses: ReadonlyMap<string, string>;
}

/** The answers of a select, in their order. Its buttons work without script too: they post, and the form comes back so. */
export function OptionEditor({ of: { form, fields, errorsOf }, uses }: OptionEditorProps) {
  const { t } = useWords();
  const { name } = fields.options;
  const options = fields.options.getFieldList();
  const wrong = errorsOf(fields.options);
  return (
    <fieldset className="grid gap-s3" aria-describedby={wrong.length > 0 ? `${name}-error` : undefined}>
      <legend className="mb-s1 font-medium">{t(m.fields_options)}</legend>
      <p className="text-s text-ink-2">{t(m.fields_options_hint)}</p>
      {wrong.length > 0 && (
        <p id={`${name}-error`} className="text-s text-seal">
          {wrong[0]}
        </p>
      )}
      <ol className="grid gap-s3">
        {options.map((option, index) => {
          const parts = option.getFieldset();
          const id = parts.id.initialValue ?? "";
          const use = uses.get(id);
          const at = { number: index + 1 };
          return (
            <li key={option.key} className="grid gap-s1 border-b pb-s3">
              <input type="hidden" name={parts.id.name} value={id} />
              <div className="flex flex-wrap items-end gap-s2">
                <div className="min-w-term flex-1">
                  <TextField
                    name={parts.name.name}
                    label={t(m.fields_option, at)}
                    maxLength={80}
                    autoComplete="off"
                    defaultValue={parts.name.initialValue}
                    error={errorsOf(parts.name)}
                  />
                </div>
                <SelectField
                  name={parts.tone.name}
                  label={t(m.fields_tone)}
                  defaultValue={parts.tone.initialValue ?? "neutral"}
                  options={tones.map((tone) => ({ value: tone, label: t(toneWords[tone]) }))}
                />
                <span className="flex items-center">
                  <Button
                    {...intent(form.reorder.getButtonProps({ name, from: index, to: Math.max(0, index - 1) }))}
                    look="quiet"
                    icon="chevron-up"
                    disabled={index === 0}
                    label={t(m.fields_option_up, at)}
                  />
                  <Button
                    {...intent(form.reorder.getButtonProps({ name, from: index, to: index + 1 }))}
                    look="quiet"
                    icon="chevron-down"
                    disabled={index === options.length - 1}
                    label={t(m.fields_option_down, at)}
                  />
                  {!use && (
                    <Button
                      {...intent(form.remove.getButtonProps({ name, index }))}
                      look="quiet"
                      icon="remove"
                      label={t(m.fields_option_remove, at)}
                    />
                  )}
                </span>
              </div>
              {use && (
                <CheckboxField
                  name={parts.archived.name}
                  label={t(m.fields_option_archived, { use })}
                  defaultChecked={parts.archived.initialValue === "on"}
                />
              )}
            </li>
          );
        })}
      </ol>
      <span>
        <Button {...intent(form.insert.getButtonProps({ name }))} icon="plus" size="s">
          {t(m.fields_option_add)}
        </Button>
      </span>
    </fieldset>
  );
}

/** What a button of the form's own posts. */
function intent({ name, value, form }: { name: string; value: string; form: string | undefined }) {
  return { type: "submit" as const, name, value, ...(form && { form }) };
}
