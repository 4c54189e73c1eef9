import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { suiteSubjects } from "@guildhall/suite";
import { PageHeader, Stack } from "@guildhall/ui";
import { addNote, requireSeen } from "@guildhall/work";
import { noteKinds } from "@guildhall/work/schemas";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { pageOfRecord, receiveFiles, staysThere } from "./form-parts.ts";
import { NoteForm } from "./note-form.tsx";
import { useNoteForm } from "./use-work-form.ts";
import { noteForm } from "./work-forms.ts";
import { noteWords } from "./work-words.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({
    on: z.string().max(40),
    id: idSchema("subject"),
    kind: z.enum(noteKinds).catch("note").default("note"),
  }),
  permission: "work.edit",
});

export const loader = here.loader(async ({ ctx, params, search }) => {
  const record = { type: search.on, id: search.id };
  await requireSeen(ctx, suiteSubjects, record);
  return { back: pageOfRecord(params.tenant, record), kind: search.kind };
});

export const action = here.open(async ({ scope, house, request, params, search }) => {
  const form = await request.formData();
  const record = { type: search.on, id: search.id };
  const { database } = house;
  return answerForm(form, noteForm, async (note) => {
    await database.withTenant(scope, (ctx) => requireSeen(ctx, suiteSubjects, record), { readOnly: true });
    const files = await receiveFiles(house, scope, form);
    const input = { ...note, subjectType: record.type, subjectId: record.id };
    await database.withTenant(scope, (ctx) => addNote(ctx, suiteSubjects, input, files));
    return staysThere(form) ? { done: true } : seeOther(`${pageOfRecord(params.tenant, record)}#timeline`);
  });
});

export const meta = pageTitle(m.work_write);

/** What the composer above a timeline is without script, and where its mistakes are mended. */
export default function NewNote() {
  const { back, kind: asked } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const state = useNoteForm(false);
  const kind = noteKinds.find((each) => each === state.fields.kind.initialValue) ?? asked;
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.work_write)} description={t(noteWords[kind])} />
      <NoteForm state={state} kind={kind} save={t(m.work_save)} back={back} />
    </Stack>
  );
}
