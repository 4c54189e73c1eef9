import { idSchema, notFound } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { deleteTag, editTag, listTags, mergeTags } from "@guildhall/people";
import { editTagInput, mergeTagsInput, tones } from "@guildhall/people/schemas";
import {
  Breadcrumbs,
  Button,
  FormActions,
  FormFields,
  PageHeader,
  RadioField,
  Section,
  SelectField,
  Stack,
  TextField,
} from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { pageTitle } from "../../../shell/page-title.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { SmallForm } from "../../people/small-form.tsx";
import { useHall } from "../../use-hall.ts";
import { toneWords } from "../fields/field-words.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), tag: idSchema("tag") }),
  permission: "people.bulk-edit",
});

export const loader = here.loader(async ({ ctx, params }) => {
  const tags = await listTags(ctx);
  const tag = tags.find(({ id }) => id === params.tag);
  if (!tag) throw notFound();
  return { tag, others: tags.filter(({ id }) => id !== tag.id) };
});

const editInput = editTagInput.omit({ tagId: true });
const mergeInput = mergeTagsInput.omit({ tagId: true });
const none = z.object({});

export const action = here.action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  const tagId = params.tag;
  const back = (done: string) => seeOther(`/w/${params.tenant}/settings/tags?done=${done}`);
  const act = form.get("act");
  if (act === "merge")
    return answerForm(form, mergeInput, async ({ intoId }) => {
      const { count, changeSetId } = await mergeTags(ctx, { tagId, intoId });
      return back(`merged&count=${count}&set=${changeSetId}`);
    });
  if (act === "delete")
    return answerForm(form, none, async () => {
      const { count, changeSetId } = await deleteTag(ctx, { tagId });
      return back(`deleted&count=${count}&set=${changeSetId}`);
    });
  return answerForm(form, editInput, async (wanted) => {
    await editTag(ctx, { tagId, ...wanted });
    return back("saved");
  });
});

export const meta = pageTitle(m.fields_tags);

export default function EditTag() {
  const { tag, others } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/settings/tags`;
  return (
    <Stack gap={6}>
      <PageHeader
        above={<Breadcrumbs trail={[{ label: t(m.fields_tags), href: base }, { label: tag.name }]} />}
        title={tag.name}
      />
      <NameForm tag={tag} />
      {others.length > 0 && (
        <Section title={t(m.fields_tag_merge)} description={t(m.fields_tag_merge_text, { name: tag.name })}>
          <MergeForm others={others} />
        </Section>
      )}
      <Section title={t(m.fields_tag_delete)} description={t(m.fields_tag_delete_text)}>
        <SmallForm act="delete">
          <Button type="submit" look="danger">
            {t(m.fields_tag_delete_named, { name: tag.name })}
          </Button>
        </SmallForm>
      </Section>
    </Stack>
  );
}

type Tag = ReturnType<typeof useLoaderData<typeof loader>>["tag"];

function NameForm({ tag }: { readonly tag: Tag }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(editInput, { act: "edit" });
  return (
    <div>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <input type="hidden" name="act" value="edit" />
        <FormFields>
          <TextField
            name={fields.name.name}
            label={t(m.fields_tag_name)}
            required
            maxLength={60}
            autoComplete="off"
            defaultValue={fields.name.initialValue ?? tag.name}
            error={errorsOf(fields.name)}
          />
          <RadioField
            name={fields.tone.name}
            label={t(m.fields_tone)}
            defaultValue={fields.tone.initialValue ?? tag.tone}
            error={errorsOf(fields.tone)}
            options={tones.map((tone) => ({ value: tone, label: t(toneWords[tone]) }))}
          />
          <FormActions>
            <Button type="submit" look="primary" pending={pending}>
              {t(m.fields_save)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
    </div>
  );
}

function MergeForm({ others }: { readonly others: readonly Tag[] }) {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(mergeInput, { act: "merge" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <input type="hidden" name="act" value="merge" />
      <FormFields>
        <SelectField
          name={fields.intoId.name}
          label={t(m.fields_tag_into)}
          placeholder={t(m.fields_tag_into_choose)}
          required
          defaultValue={fields.intoId.initialValue ?? ""}
          error={errorsOf(fields.intoId)}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormActions>
          <Button type="submit" pending={pending}>
            {t(m.fields_tag_merge)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}
