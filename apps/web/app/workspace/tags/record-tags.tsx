import { m } from "@guildhall/i18n/messages";
import type { Tag } from "@guildhall/people/schemas";
import { Button, Chip, TextField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { SmallForm } from "../people/small-form.tsx";
import { tagForm } from "./tag-forms.ts";

interface RecordTagsProps {
  readonly tags: readonly Tag[];
  /** Every tag of the hall, offered while one types. */
  readonly known: readonly Tag[];
  readonly mayEdit: boolean;
}

/** The words that a person or a company is filed under, and a line to add one. */
export function RecordTags({ tags, known, mayEdit }: RecordTagsProps) {
  const { t } = useWords();
  return (
    <div className="grid gap-s3">
      {tags.length > 0 && (
        <ul className="flex flex-wrap items-center gap-s2">
          {tags.map(({ id, name, tone }) => (
            <li key={id} className="flex items-center">
              <Chip tone={tone}>{name}</Chip>
              {mayEdit && (
                <SmallForm act="untag" values={{ tagId: id }}>
                  <Button type="submit" look="quiet" size="s" icon="close" label={t(m.record_tag_remove, { name })} />
                </SmallForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && <TagAdder key={tags.length} known={known} />}
    </div>
  );
}

function TagAdder({ known }: { readonly known: readonly Tag[] }) {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(tagForm, { act: "tag" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} preventScrollReset>
      <input type="hidden" name="act" value="tag" />
      <div className="flex items-end gap-s2">
        <div className="min-w-0 grow">
          <TextField
            name={fields.tag.name}
            label={t(m.record_tag_add)}
            maxLength={60}
            autoComplete="off"
            list="tags-known"
            defaultValue={fields.tag.initialValue}
            error={errorsOf(fields.tag)}
          />
        </div>
        <Button type="submit" pending={pending}>
          {t(m.record_add)}
        </Button>
      </div>
      <datalist id="tags-known">
        {known.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </Form>
  );
}
