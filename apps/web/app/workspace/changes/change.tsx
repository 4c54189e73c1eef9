import { idSchema, pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { getChanges, listLeft, undoChanges } from "@guildhall/people";
import { suiteMergeSteps } from "@guildhall/suite";
import { countChanges } from "@guildhall/tenancy";
import { Breadcrumbs, ButtonLink, Notice, PageHeader, Section, Stack, Time } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";
import { changeIn } from "./change-words.ts";
import { CountTable } from "./count-table.tsx";
import { LeftTable } from "./left-table.tsx";
import { UndoForm } from "./undo-form.tsx";
import { undoForm } from "./undo-input.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), changeSet: idSchema("change_set") }),
  search: pageSchema,
  permission: "people.view",
});

export const loader = here.loader(async ({ ctx, params, search }) => {
  const change = await getChanges(ctx, params.changeSet);
  return {
    change,
    counts: await countChanges(ctx, change.id),
    left: change.undoneAt ? await listLeft(ctx, change.id, search) : null,
  };
});

export const action = here.action(async ({ ctx, request, params }) =>
  answerForm(await request.formData(), undoForm, async () => {
    await undoChanges(ctx, { changeSetId: params.changeSet }, suiteMergeSteps);
    return seeOther(`/w/${params.tenant}/changes/${params.changeSet}`);
  }),
);

export const meta = pageTitle(m.merge_change);

export default function Change() {
  const { change, counts, left } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, locale } = words;
  const hall = useHall();
  useLive("tenancy.change-set-undone");
  const base = `/w/${hall.slug}`;
  const title = change.merge
    ? t(m.merge_kind_merge_of, { merged: change.merge.merged.name, kept: change.merge.kept.name })
    : changeIn(words, change);
  const at = (value: Date) => <Time value={value} locale={locale} zone={hall.timeZone} show="moment" />;
  return (
    <Stack gap={5}>
      <PageHeader
        above={<Breadcrumbs trail={[{ label: t(m.merge_changes_title), href: `${base}/changes` }, { label: title }]} />}
        title={title}
        description={
          <>
            {change.actorName ?? t(m.merge_house)} · {at(change.createdAt)}
          </>
        }
        actions={
          change.importRunId && (
            <ButtonLink href={`${base}/people/import/${change.importRunId}`}>{t(m.merge_to_import)}</ButtonLink>
          )
        }
      />
      {change.undoneAt && (
        <Notice tone="success" title={t(m.merge_undone)}>
          {change.undoneByName ?? t(m.merge_house)} · {at(change.undoneAt)}
        </Notice>
      )}
      {change.undoing && (
        <Notice live title={t(m.merge_undoing)}>
          {t(m.merge_undoing_text)}
        </Notice>
      )}
      <Section title={t(m.merge_did)}>
        <CountTable counts={counts} />
      </Section>
      {left && <LeftTable left={left} />}
      {!change.undoneAt && !change.undoing && <UndoForm change={change} />}
    </Stack>
  );
}
