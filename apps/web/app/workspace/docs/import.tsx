import "../../documents/error-words.ts";
import { idSchema, invalid } from "@guildhall/core";
import { importFiles, listPlaces } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  FileField,
  FormActions,
  FormFields,
  Notice,
  PageHeader,
  SelectField,
  Stack,
} from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({
    to: z.string().max(80).optional(),
    brought: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
    cut: z.string().max(4).optional(),
  }),
  permission: "workspace.enter",
});

export const loader = here.open(async ({ scope, house, search }) => ({
  places: await house.database.withTenant(scope, (ctx) => listPlaces(ctx), { readOnly: true }),
  limit: house.config.UPLOAD_LIMIT_MB,
  ...search,
}));

/** Where to, as on the page where documents are moved; the files themselves are read by what is in them. */
const importForm = z.object({
  place: z
    .string()
    .max(80)
    .transform((text) => text.split("."))
    .pipe(z.tuple([idSchema("space")], idSchema("document"))),
  files: z.unknown().optional(),
});

export const action = here.open(async ({ scope, house, request, params }) => {
  const form = await request.formData();
  const posted = form.getAll("files").filter((each): each is File => typeof each !== "string" && each.size > 0);
  form.delete("files");
  const docs = `/w/${params.tenant}/docs`;
  return answerForm(
    form,
    importForm,
    async ({ place: [spaceId, parentId] }) => {
      if (posted.length === 0) throw invalid("docs.import-none", { files: "docs.import-none" });
      const files = await Promise.all(
        posted.slice(0, 200).map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })),
      );
      const { database, files: store } = house;
      const hall = `${house.publicUrl()}/w/${params.tenant}`;
      const { top, documents, cuts } = await importFiles(
        { database, scope, store, hall, files },
        { spaceId, parentId },
      );
      if (documents === 1 && cuts.length === 0) return seeOther(`${docs}/${top[0]}`);
      const told = new URLSearchParams({ brought: String(documents), ...(cuts.length > 0 && { cut: "yes" }) });
      return seeOther(`${docs}/import?${told}&to=${parentId ? `${spaceId}.${parentId}` : spaceId}`);
    },
    { field: "files" },
  );
});

export const meta = pageTitle(m.docs_files_bring);

export default function ImportDocuments() {
  const { places, limit, to, brought, cut } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/docs`;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(importForm);
  const [spaceId, documentId] = (to ?? "").split(".");
  const back = documentId ? `${base}/${documentId}` : spaceId ? `${base}/spaces/${spaceId}` : base;
  return (
    <Stack gap={5}>
      <PageHeader
        above={<Breadcrumbs trail={[{ label: t(m.docs_title), href: base }, { label: t(m.docs_files_bring) }]} />}
        title={t(m.docs_files_bring_title)}
        description={t(m.docs_files_bring_text)}
      />
      {brought !== undefined && (
        <Notice tone={cut ? "warning" : "success"} live title={t(m.docs_files_brought, { count: brought })}>
          {cut && t(m.docs_files_cut)}
        </Notice>
      )}
      <FormSummary summary={summary} />
      <Form
        method="post"
        encType="multipart/form-data"
        id={form.id}
        onSubmit={form.onSubmit}
        noValidate={form.noValidate}
      >
        <FormFields>
          <FileField
            name={fields.files.name}
            multiple
            label={t(m.docs_files_files)}
            description={t(m.docs_files_files_hint, { limit })}
            accept=".md,.markdown,.html,.htm,.zip"
            error={errorsOf(fields.files)}
          />
          <SelectField
            name={fields.place.name}
            label={t(m.docs_files_place)}
            options={places.map(({ spaceId: space, parentId, title, depth }) => ({
              value: parentId ? `${space}.${parentId}` : space,
              label: `${"\u2003".repeat(depth)}${title || t(m.docs_untitled)}`,
            }))}
            defaultValue={fields.place.initialValue ?? to}
            error={errorsOf(fields.place)}
          />
          <FormActions>
            <Button type="submit" look="primary" icon="upload" pending={pending}>
              {t(m.docs_files_bring_go)}
            </Button>
            <ButtonLink look="quiet" href={back}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </FormActions>
        </FormFields>
      </Form>
    </Stack>
  );
}
