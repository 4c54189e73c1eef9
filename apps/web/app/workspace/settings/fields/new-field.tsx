import { m } from "@guildhall/i18n/messages";
import { defineField } from "@guildhall/people";
import { defineFieldInput, fieldTypes } from "@guildhall/people/schemas";
import { Icon, PageHeader, Stack, TextLink } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { pageTitle } from "../../../shell/page-title.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { FieldForm } from "./field-form.tsx";
import { FieldTrail } from "./field-trail.tsx";
import { typeWords } from "./field-words.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({
    of: z.enum(["person", "company"]).catch("person"),
    type: z.enum(fieldTypes).optional().catch(undefined),
  }),
  permission: "fields.manage",
});

export const loader = here.loader(async ({ search }) => ({ of: search.of, type: search.type ?? null }));

export const action = here.action(async ({ ctx, request, params }) =>
  answerForm(await request.formData(), defineFieldInput, async (field) => {
    await defineField(ctx, field);
    return seeOther(`/w/${params.tenant}/settings/fields?of=${field.subject}&done=defined`);
  }),
);

export const meta = pageTitle(m.fields_add);

export default function NewField() {
  const { of, type } = useLoaderData<typeof loader>();
  return type ? <Shape key={type} of={of} type={type} /> : <TypeChoice of={of} />;
}

/** What it holds comes first, since that never changes. */
function TypeChoice({ of }: { readonly of: "person" | "company" }) {
  const { t } = useWords();
  const base = `/w/${useHall().slug}/settings/fields`;
  return (
    <Stack gap={5}>
      <PageHeader
        above={<FieldTrail of={of} here={t(m.fields_add)} />}
        title={t(m.fields_type_title)}
        description={t(m.fields_type_note)}
      />
      <ul className="grid gap-x-s6 gap-y-s4 sm:grid-cols-2 lg:grid-cols-3">
        {fieldTypes.map((type) => (
          <li key={type} className="flex min-w-0 gap-s3">
            <span className="flex h-target flex-none items-center text-accent">
              <Icon name={typeWords[type].icon} />
            </span>
            <span className="min-w-0">
              <TextLink href={`${base}/new?of=${of}&type=${type}`} alone>
                {t(typeWords[type].name)}
              </TextLink>
              <span className="block text-s text-ink-2">{t(typeWords[type].text)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function Shape({ of, type }: { readonly of: "person" | "company"; readonly type: (typeof fieldTypes)[number] }) {
  const { t } = useWords();
  const form = useSchemaForm(defineFieldInput, { startsAs: { options: [{ name: "" }, { name: "" }] } });
  return (
    <Stack gap={5}>
      <PageHeader
        above={<FieldTrail of={of} here={t(m.fields_add)} />}
        title={t(typeWords[type].name)}
        description={t(typeWords[type].text)}
      />
      <FieldForm of={form} kind={{ subject: of, type }} label={t(m.fields_define)} back={`?of=${of}`}>
        <input type="hidden" name="subject" value={of} />
        <input type="hidden" name="type" value={type} />
      </FieldForm>
    </Stack>
  );
}
