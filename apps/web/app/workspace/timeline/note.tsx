import { idSchema, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { suiteSubjects } from "@guildhall/suite";
import { Button, ButtonLink, FormActions, FormFields, PageHeader, Stack, TextLink } from "@guildhall/ui";
import { changeNote, getNote, pinNote, removeNote, restoreNote } from "@guildhall/work";
import type { Note } from "@guildhall/work/schemas";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { LeaveGuard } from "../../shell/leave-guard.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { pageOfRecord, receiveFiles, staysThere } from "./form-parts.ts";
import { NoteCard } from "./note-card.tsx";
import { NoteFields } from "./note-fields.tsx";
import { RemovedNotice } from "./removed-notice.tsx";
import { useNoteForm } from "./use-work-form.ts";
import { onTheWall } from "./wall.ts";
import { deedForm, noteForm } from "./work-forms.ts";
import { noteWords } from "./work-words.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), note: idSchema("note") }),
  permission: "work.view",
});

export const loader = here.loader(async ({ ctx, params }) => {
  const note = await getNote(ctx, suiteSubjects, params.note);
  return {
    note,
    back: pageOfRecord(params.tenant, note.subject),
    mayWrite: ctx.actor.can("work.edit"),
    happenedAt: onTheWall(note.happenedAt, ctx.tenant.timeZone),
  };
});

type Deed = (ctx: Ctx, noteId: Note["id"]) => Promise<void>;
const deeds: Readonly<Record<string, Deed>> = {
  pin: (ctx, noteId) => pinNote(ctx, suiteSubjects, { noteId, pinned: true }),
  unpin: (ctx, noteId) => pinNote(ctx, suiteSubjects, { noteId, pinned: false }),
  remove: (ctx, noteId) => removeNote(ctx, suiteSubjects, { noteId }),
  restore: (ctx, noteId) => restoreNote(ctx, suiteSubjects, { noteId }),
};

export const action = here.open(async ({ scope, house, request, params }) => {
  const form = await request.formData();
  const { database } = house;
  const act = String(form.get("act") ?? "save");
  const self = `/w/${params.tenant}/notes/${params.note}`;
  const ends = async (leadsTo: "self" | "record") => {
    if (staysThere(form)) return { done: true };
    if (leadsTo === "self") return seeOther(self);
    const note = await database.withTenant(scope, (ctx) => getNote(ctx, suiteSubjects, params.note), {
      readOnly: true,
    });
    return seeOther(`${pageOfRecord(params.tenant, note.subject)}#timeline`);
  };
  if (act !== "save")
    return answerForm(form, deedForm, async () => {
      const deed = deeds[act];
      if (!deed) throw invalid("core.invalid");
      await database.withTenant(scope, (ctx) => deed(ctx, params.note));
      return ends(act === "remove" ? "self" : "record");
    });
  return answerForm(form, noteForm, async (note) => {
    await database.withTenant(scope, (ctx) => getNote(ctx, suiteSubjects, params.note), { readOnly: true });
    const files = await receiveFiles(house, scope, form);
    const keep = form.has("filed") ? { keep: form.getAll("keep") } : {};
    await database.withTenant(scope, (ctx) =>
      changeNote(ctx, suiteSubjects, { ...note, noteId: params.note }, { files, ...keep }),
    );
    return ends("record");
  });
});

export const meta = pageTitle(m.work_edit_note);

export default function NotePage() {
  const { note, back, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Stack gap={5}>
      <PageHeader
        above={<TextLink href={`${back}#timeline`}>{t(m.timeline_title)}</TextLink>}
        title={t(noteWords[note.kind])}
      />
      {note.removed ? <RemovedNotice mayEdit={note.mayEdit} /> : <NoteCard note={note} mayWrite={false} />}
      {!note.removed && note.mayEdit && note.body && mayWrite && <EditNote note={note} />}
    </Stack>
  );
}

function EditNote({ note }: { readonly note: Note }) {
  const { back, happenedAt } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const state = useNoteForm(false);
  const { form, summary, pending } = state;
  const given = {
    body: note.body ? JSON.stringify(note.body) : "",
    happenedAt,
    minutes: note.minutes === null ? "" : String(note.minutes),
    direction: note.direction ?? "",
    outcome: note.outcome ?? "",
  };
  return (
    <>
      <LeaveGuard form={form.id} />
      <Form
        method="post"
        encType="multipart/form-data"
        id={form.id}
        onSubmit={form.onSubmit}
        noValidate={form.noValidate}
      >
        <input type="hidden" name="kind" value={note.kind} />
        {note.files.length > 0 && <input type="hidden" name="filed" value="1" />}
        <FormFields>
          <FormSummary summary={summary} />
          <NoteFields kind={note.kind} state={state} note={note} given={given} />
          <FormActions>
            <Button type="submit" look="primary" name="act" value="save" pending={pending}>
              {t(m.work_save_change)}
            </Button>
            <ButtonLink look="quiet" href={`${back}#timeline`}>
              {t(m.work_cancel)}
            </ButtonLink>
          </FormActions>
        </FormFields>
      </Form>
    </>
  );
}
