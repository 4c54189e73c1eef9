import { notFound } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { countAnswers, editField, getField } from "@guildhall/people";
import { editFieldInput, fieldIdSchema } from "@guildhall/people/schemas";
import { PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { pageTitle } from "../../../shell/page-title.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { FieldForm } from "./field-form.tsx";
import { FieldTrail } from "./field-trail.tsx";
import { typeWords } from "./field-words.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), field: fieldIdSchema }),
  permission: "fields.manage",
});

export const loader = here.loader(async ({ ctx, params }) => {
  const field = await getField(ctx, params.field);
  if (field.subject !== "person" && field.subject !== "company") throw notFound();
  const uses = await countAnswers(
    ctx,
    field.id,
    field.options.map(({ id }) => id),
  );
  return {
    field,
    uses: [...uses].filter(([, { count }]) => count > 0).map(([id, { count, more }]) => ({ id, count, more })),
  };
});

export const action = here.action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  form.set("fieldId", params.field);
  return answerForm(form, editFieldInput, async (field) => {
    await editField(ctx, field);
    const { subject } = await getField(ctx, params.field);
    return seeOther(`/w/${params.tenant}/settings/fields?of=${subject}&done=saved`);
  });
});

export const meta = pageTitle(m.fields_title);

export default function EditField() {
  const { field, uses } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const { name, hint, required, type, options, settings } = field;
  const form = useSchemaForm(editFieldInput, {
    startsAs: {
      options: options.map(({ archived, ...option }) => ({ ...option, ...(archived && { archived: "on" }) })),
    },
  });
  return (
    <Stack gap={5}>
      <PageHeader
        above={<FieldTrail of={field.subject} here={name} />}
        title={name}
        description={t(m.fields_edit_text, { type: t(typeWords[type].name), key: field.key })}
      />
      <FieldForm
        of={form}
        kind={field}
        label={t(m.fields_save)}
        back={`?of=${field.subject}`}
        start={{
          name,
          hint,
          required,
          currency: settings.currency,
          decimals: settings.decimals,
          memberMay: settings.memberMay,
        }}
        uses={new Map(uses.map(({ id, count, more }) => [id, formatNumber(count, locale) + (more ? "+" : "")]))}
      >
        <input type="hidden" name="fieldId" value={field.id} />
      </FieldForm>
    </Stack>
  );
}
