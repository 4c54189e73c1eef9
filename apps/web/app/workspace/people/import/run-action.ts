import type { Id } from "@guildhall/core";
import type { Ctx, Scope } from "@guildhall/db";
import {
  cancelImport,
  changeReading,
  mapColumns,
  pauseImport,
  previewImport,
  resumeImport,
  runImport,
  setMatching,
  undoImport,
} from "@guildhall/people";
import { mapColumnsInput, matchingInput } from "@guildhall/people/schemas";
import { z } from "zod";
import { seeOther } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import type { House } from "../../../server/house.ts";
import { readingInput } from "./reading-input.ts";

interface Posted {
  readonly scope: Scope;
  readonly house: House;
  readonly form: FormData;
  readonly tenant: string;
  readonly runId: Id<"import_run">;
}

/** What a button alone does. */
const deeds = {
  preview: previewImport,
  run: runImport,
  pause: pauseImport,
  resume: resumeImport,
  cancel: cancelImport,
  undo: undoImport,
} as const;

/** Answers every form of an import's page. */
export async function answerRun({ scope, house, form, tenant, runId }: Posted) {
  const { database, files } = house;
  const inside = (work: (ctx: Ctx) => Promise<void>) => database.withTenant(scope, work);
  const here = `/w/${tenant}/people/import/${runId}`;
  const act = form.get("act");
  if (act === "read")
    return answerForm(form, readingInput, async (hints) => {
      await changeReading({ database, files }, scope, { runId, hints });
      return seeOther(`${here}?step=file`);
    });
  if (act === "map")
    return answerForm(form, mapColumnsInput.omit({ runId: true }), async (mapped) => {
      await inside((ctx) => mapColumns(ctx, { ...mapped, runId }));
      return seeOther(`${here}?step=matching`);
    });
  if (act === "match")
    return answerForm(form, matchingInput.omit({ runId: true }), async ({ mode }) => {
      await inside(async (ctx) => {
        await setMatching(ctx, { runId, mode });
        await previewImport(ctx, { runId });
      });
      return seeOther(here);
    });
  return answerForm(form, deedInput, async ({ act: deed }) => {
    await inside((ctx) => deeds[deed](ctx, { runId }));
    return seeOther(here);
  });
}

const deedInput = z.object({ act: z.enum(["preview", "run", "pause", "resume", "cancel", "undo"]) });
