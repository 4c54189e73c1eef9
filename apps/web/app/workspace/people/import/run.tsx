import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { findRun, listLeft, listPersonFields, listProblemRows } from "@guildhall/people";
import { Breadcrumbs, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../../server/define-route.ts";
import { pageTitle } from "../../../shell/page-title.ts";
import { useWords } from "../../../shell/words.ts";
import { useLive } from "../../live/use-live.ts";
import { useHall } from "../../use-hall.ts";
import { ColumnsStep } from "./columns-step.tsx";
import { countriesIn } from "./countries.ts";
import { EndStep } from "./end-step.tsx";
import { FileStep } from "./file-step.tsx";
import { MatchingStep } from "./matching-step.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { answerRun } from "./run-action.ts";
import { RunSteps, type StepName, stepNames, stepOf } from "./run-steps.tsx";
import { viewOf } from "./run-view.ts";
import { WaitStep } from "./wait-step.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), run: idSchema("import_run") }),
  search: z.object({ step: z.enum(stepNames).optional().catch(undefined) }),
  permission: "people.bulk-edit",
});

const few = { size: 20, cursor: null };

export const loader = here.loader(async ({ ctx, params, search, visit }) => {
  const run = await findRun(ctx, params.run);
  const step = stepOf(run.state, search.step);
  const ended = step === "end";
  const left = run.state === "undone" ? run.changeSetId : null;
  return {
    run: viewOf(run),
    step,
    fields: step === "columns" ? (await listPersonFields(ctx)).map(({ id, name, type }) => ({ id, name, type })) : [],
    countries: step === "columns" ? countriesIn(await visit.locale()) : [],
    refused: ended ? (await listProblemRows(ctx, params.run, { refused: true, page: few })).rows : [],
    flawed: ended ? (await listProblemRows(ctx, params.run, { refused: false, page: few })).rows : [],
    left: left && (await listLeft(ctx, left, few)),
  };
});

export const action = here.open(async ({ scope, house, request, params }) =>
  answerRun({ scope, house, form: await request.formData(), tenant: params.tenant, runId: params.run }),
);

export const meta = pageTitle(m.imports_title);

export default function Run() {
  const data = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  useLive("people.people-imported");
  const { run, step } = data;
  const base = `/w/${hall.slug}/people/import`;
  return (
    <Stack gap={5}>
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: t(m.people_title), href: `/w/${hall.slug}/people` },
              { label: t(m.imports_title), href: base },
              { label: run.fileName },
            ]}
          />
        }
        title={run.fileName}
      />
      {step !== "end" && run.state !== "undoing" && (
        <RunSteps step={step} state={run.state} base={`${base}/${run.id}`} />
      )}
      <StepView data={data} />
    </Stack>
  );
}

function StepView({ data }: { readonly data: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { run, fields, countries, refused, flawed, left } = data;
  const step: StepName = data.step;
  switch (step) {
    case "file":
      return <FileStep run={run} />;
    case "columns":
      return <ColumnsStep key={run.layout?.columns.join("|")} run={run} fields={fields} countries={countries} />;
    case "matching":
      return <MatchingStep run={run} />;
    case "preview":
      return <PreviewStep run={run} />;
    case "wait":
      return <WaitStep run={run} />;
    case "end":
      return <EndStep run={run} refused={refused} flawed={flawed} left={left} />;
  }
}
