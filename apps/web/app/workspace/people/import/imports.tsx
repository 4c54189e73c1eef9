import { invalid } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { listRuns, requireMayImport, startImport } from "@guildhall/people";
import { mostBytes } from "@guildhall/people/schemas";
import {
  Breadcrumbs,
  Button,
  Chip,
  FileField,
  FormActions,
  FormFields,
  PageHeader,
  Section,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  Time,
} from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { takeUpload } from "../../../server/take-upload.ts";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { pageTitle } from "../../../shell/page-title.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useLive } from "../../live/use-live.ts";
import { useHall } from "../../use-hall.ts";
import { stateWords } from "./import-words.ts";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "people.bulk-edit" });

export const loader = here.loader(async ({ ctx }) => ({ runs: await listRuns(ctx), most: mostBytes }));

/** The file itself is checked by its bytes, on the server. */
const uploadInput = z.object({ file: z.unknown().optional() });

export const action = here.open(async ({ scope, house, request, params }) => {
  const { database, files } = house;
  await database.withTenant(scope, async (ctx) => requireMayImport(ctx), { readOnly: true });
  const { form, received, refusal } = await takeUpload(request, {
    store: files,
    tenantId: scope.tenant.id,
    field: "file",
    limitBytes: mostBytes,
    accept: ["text", "office", "archive", "other"],
  });
  const take = async () => {
    if (refusal) throw refusal;
    if (!received) throw invalid("files.missing");
    const runId = await startImport({ database, files }, scope, received);
    return seeOther(`/w/${params.tenant}/people/import/${runId}`);
  };
  return answerForm(form, uploadInput, take, { field: "file" });
});

export const meta = pageTitle(m.imports_title);

export default function Imports() {
  const { runs, most } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const hall = useHall();
  useLive("people.people-imported");
  const base = `/w/${hall.slug}/people`;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(uploadInput);
  return (
    <Stack gap={6}>
      <PageHeader
        above={<Breadcrumbs trail={[{ label: t(m.people_title), href: base }, { label: t(m.imports_title) }]} />}
        title={t(m.imports_title)}
        description={t(m.imports_lead)}
      />
      <Form
        method="post"
        encType="multipart/form-data"
        id={form.id}
        onSubmit={form.onSubmit}
        noValidate={form.noValidate}
      >
        <FormFields>
          <FormSummary summary={summary} />
          <FileField
            name={fields.file.name}
            label={t(m.imports_file)}
            description={t(m.imports_file_hint, { limit: most / 1_048_576 })}
            accept=".csv,.tsv,.txt,.xlsx"
            error={errorsOf(fields.file)}
          />
          <FormActions>
            <Button type="submit" look="primary" pending={pending}>
              {t(m.imports_go_on)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
      {runs.length > 0 && (
        <Section title={t(m.imports_recent)}>
          <Table slips label={t(m.imports_recent)}>
            <TableHead>
              <TableColumn>{t(m.imports_file)}</TableColumn>
              <TableColumn>{t(m.imports_state)}</TableColumn>
              <TableColumn align="end">{t(m.imports_people_column)}</TableColumn>
              <TableColumn>{t(m.imports_by)}</TableColumn>
              <TableColumn align="end">{t(m.imports_when)}</TableColumn>
            </TableHead>
            <TableBody>
              {runs.map((run) => (
                <TableRow key={run.id}>
                  <TableLead href={`${base}/import/${run.id}`}>{run.fileName}</TableLead>
                  <TableCell label={t(m.imports_state)}>
                    <Chip tone={stateWords[run.state].tone}>{t(stateWords[run.state].word)}</Chip>
                  </TableCell>
                  <TableCell label={t(m.imports_people_column)} quiet align="end">
                    {run.state === "done" && formatNumber(run.figures.created + run.figures.updated, locale)}
                  </TableCell>
                  <TableCell label={t(m.imports_by)} quiet>
                    {run.createdBy}
                  </TableCell>
                  <TableCell label={t(m.imports_when)} quiet align="end">
                    <Time value={run.createdAt} locale={locale} zone={hall.timeZone} show="moment" />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Section>
      )}
    </Stack>
  );
}
