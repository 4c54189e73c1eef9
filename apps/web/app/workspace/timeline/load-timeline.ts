import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { findTitles } from "@guildhall/docs";
import { changesOf, listCompanyTimeline, listTimeline, messagesOf } from "@guildhall/people";
import { type TimelinePage, timelineKindsSchema } from "@guildhall/people/schemas";
import { suiteSubjects } from "@guildhall/suite";
import { listAssignable, listOpenTasks, listPinned, notePolicy, notesOf, tasksOf } from "@guildhall/work";
import { z } from "zod";
import type { RecordTimelineData, TimelinePart, TimelineRecord } from "./timeline-data.ts";

/** What of an address is the timeline's: which kinds, how far back, and what is being written. */
const timelineSearch = z.object({
  kinds: timelineKindsSchema.default([]),
  older: z.string().max(500).optional(),
  write: z.string().max(20).optional(),
});

const size = 40;

/** A person's timeline as their page shows it. `search` is the page's own, as it stands in the address. */
export function loadPersonTimeline(ctx: Ctx, personId: Id<"person">, search: unknown): Promise<RecordTimelineData> {
  return wholeOf(ctx, { type: "person", id: personId }, search);
}

/** A company's. */
export function loadCompanyTimeline(ctx: Ctx, companyId: Id<"company">, search: unknown): Promise<RecordTimelineData> {
  return wholeOf(ctx, { type: "company", id: companyId }, search);
}

/** What follows on the page that was shown. */
export async function loadOlder(ctx: Ctx, record: TimelineRecord, search: unknown): Promise<TimelinePart> {
  return partOf(ctx, await pageOf(ctx, record, search));
}

async function wholeOf(ctx: Ctx, record: TimelineRecord, search: unknown): Promise<RecordTimelineData> {
  const page = await pageOf(ctx, record, search);
  const { kinds, older, write } = timelineSearch.parse(search);
  const mayWrite = notePolicy.allows(ctx.actor, "add", { authorPersonId: null });
  return {
    ...(await partOf(ctx, page)),
    record,
    subjects: page.subjects,
    kinds,
    fromStart: older === undefined,
    write: write ?? null,
    pinned: await listPinned(ctx, suiteSubjects, page.subjects),
    open: await listOpenTasks(ctx, suiteSubjects, page.subjects),
    staff: mayWrite ? await listAssignable(ctx) : [],
    mayWrite,
    today: ctx.clock.now(),
    hallId: ctx.tenant.id,
  };
}

function pageOf(ctx: Ctx, { type, id }: TimelineRecord, search: unknown): Promise<TimelinePage> {
  const { kinds, older } = timelineSearch.parse(search);
  const asked = { kinds, page: { size, cursor: older ?? null } };
  return type === "person"
    ? listTimeline(ctx, idSchema("person").parse(id), asked)
    : listCompanyTimeline(ctx, idSchema("company").parse(id), asked);
}

async function partOf(ctx: Ctx, { rows, next, names }: TimelinePage): Promise<TimelinePart> {
  const about = (key: string) =>
    rows.flatMap(({ payload }) => {
      const id = idSchema(key).safeParse(payload[key]);
      return id.success ? [id.data] : [];
    });
  const byId = <Row extends { id: string }>(all: readonly Row[]) => Object.fromEntries(all.map((row) => [row.id, row]));
  const noteIds = about("noteId").map((id) => idSchema("note").parse(id));
  const taskIds = about("taskId").map((id) => idSchema("task").parse(id));
  const titles = await findTitles(ctx, about("documentId"));
  return {
    rows,
    next,
    names: { ...names, ...Object.fromEntries([...titles].map(([id, title]) => [id, documentNamed(title)])) },
    notes: byId(await notesOf(ctx, suiteSubjects, noteIds)),
    tasks: byId(await tasksOf(ctx, suiteSubjects, taskIds)),
    messages: await messagesOf(ctx, rows),
    changes: await changesOf(ctx, rows),
  };
}

const documentNamed = (title: string) => ({ type: "document" as const, name: title || "…", avatarFileId: null });
