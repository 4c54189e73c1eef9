import { idSchema, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { suiteSubjects } from "@guildhall/suite";
import { PageHeader, Stack, TextLink } from "@guildhall/ui";
import { changeNote, getNote, pinNote, removeNote, restoreNote } from "@guildhall/work";
import type { Note } from "@guildhall/work/schemas";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { LeaveGuard } from "../../shell/leave-guard.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { pageOfRecord, receiveFiles, staysThere } from "./form-parts.ts";
import { NoteCard } from "./note-card.tsx";
import { NoteForm } from "./note-form.tsx";
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
  const given = {
    body: note.body ? JSON.stringify(note.body) : "",
    happenedAt,
    minutes: note.minutes === null ? "" : String(note.minutes),
    direction: note.direction ?? "",
    outcome: note.outcome ?? "",
  };
  return (
    <>
      <LeaveGuard form={state.form.id} />
      <NoteForm
        state={state}
        kind={note.kind}
        note={note}
        given={given}
        save={t(m.work_save_change)}
        back={`${back}#timeline`}
      />
    </>
  );
}
