import { isUuid } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { bulkEdit, nameChosen, undoChanges } from "@guildhall/people";
import { gridNameSchema } from "@guildhall/people/schemas";
import { suiteMergeSteps } from "@guildhall/suite";
import { ButtonLink, Notice, PageHeader, Row, Stack } from "@guildhall/ui";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { sayAnswer } from "../../shell/error-words.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { changeOf, chosenForm } from "./chosen-form.ts";
import { ChosenForms, TakeBack, withValue } from "./chosen-forms.tsx";
import { bulkChoices } from "./load-grid.ts";

const params = z.object({ tenant: z.string(), grid: gridNameSchema });
const permission = "people.bulk-edit";
/** As many as a page of the grid shows. */
const most = 100;

export const loader = workspaceRoute({
  params,
  search: z.object({ set: z.uuid().optional(), changed: z.coerce.number().int().min(0).optional() }),
  permission,
}).loader(async ({ ctx, request, params: { grid }, search }) => {
  const ids = new URL(request.url).searchParams.getAll("id").filter(isUuid).slice(0, most);
  return { grid, chosen: await nameChosen(ctx, grid, ids), choices: await bulkChoices(ctx, grid), done: search };
});

/** What the boxes and the buttons of a plain form say is done to those chosen, and can be taken back. */
export const action = workspaceRoute({ params, permission }).open(
  async ({ scope, house, request, params: { tenant, grid } }) => {
    const here = `/w/${tenant}/grids/${grid}/chosen`;
    return answerForm(await request.formData(), chosenForm, (asked) =>
      house.database.withTenant(scope, async (ctx) => {
        if (asked.act === "undo") {
          await undoChanges(ctx, { changeSetId: asked.set }, suiteMergeSteps);
          return seeOther(`/w/${tenant}/${grid}`);
        }
        const change = await changeOf(ctx, asked);
        const done = await bulkEdit(ctx, { grid, selection: { ids: asked.id }, change });
        const changed = done.state === "done" ? done.changed : 0;
        return seeOther(`${here}?${new URLSearchParams({ set: done.changeSetId, changed: String(changed) })}`);
      }),
    );
  },
);

/** What is done with the rows that were ticked, where no script runs. */
export default function Chosen() {
  const { grid, chosen, choices, done } = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const { t, locale } = useWords();
  const back = `/w/${useHall().slug}/${grid}`;
  const wrong = wrongIn(answer);
  const [one, other] = chosen;
  return (
    <Stack gap={5}>
      <PageHeader
        title={t(m.grid_chosen, { count: chosen.length })}
        description={chosen.map(({ name }) => name).join(t(m.grid_comma))}
      />
      {wrong && wrong.value === undefined && <Notice tone="warning">{sayAnswer(locale, wrong.code)}</Notice>}
      {done.set !== undefined && (
        <Notice tone="success" title={t(m.grid_bulk_done, { count: done.changed ?? 0 })}>
          {(done.changed ?? 0) > 0 && <TakeBack set={done.set} />}
        </Notice>
      )}
      {chosen.length > 0 && (
        <ChosenForms
          grid={grid}
          ids={chosen.map(({ id }) => id)}
          choices={choices}
          wrong={wrong && { ...wrong, said: sayAnswer(locale, wrong.code) }}
        />
      )}
      <Row>
        {grid === "people" && one && other && chosen.length === 2 && (
          <ButtonLink href={`${back}/${one.id}/merge?with=${other.id}`}>{t(m.grid_bulk_merge)}</ButtonLink>
        )}
        <ButtonLink href={back}>{t(grid === "people" ? m.people_title : m.companies_title)}</ButtonLink>
      </Row>
    </Stack>
  );
}

interface Answer {
  readonly result?: {
    readonly error?: Record<string, string[] | null> | null;
    readonly initialValue?: { readonly act?: unknown; readonly value?: unknown } | null;
  };
}

/** What is wrong with what was sent, and what that was: the form of its deed says so beside its field. */
function wrongIn(answer: Answer | undefined) {
  const code = Object.values(answer?.result?.error ?? {})
    .flat()
    .find((each) => each !== null);
  if (code === undefined) return null;
  const { act, value } = answer?.result?.initialValue ?? {};
  const known = typeof act === "string" && withValue.has(act);
  return { code, act, value: known ? String(value ?? "") : undefined };
}
