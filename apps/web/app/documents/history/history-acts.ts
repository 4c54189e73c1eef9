import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { nameVersion, removeVersion, renameVersion, restoreMoment } from "@guildhall/docs";
import { seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { nameForm, renameForm, restoreForm, unnameForm } from "./history-inputs.ts";

interface Place {
  readonly documentId: Id<"document">;
  readonly key: string | null;
  /** The page of the history, without its search. */
  readonly path: string;
}

/** What can be done on the page of a document's history; back to the moment that it was done to. */
export function doHistory(ctx: Ctx, { documentId, key, path }: Place, form: FormData) {
  const to = (search: Record<string, number | string>) =>
    seeOther(`${path}?${new URLSearchParams({ ...withText(search), ...(key && { key }) })}`);
  switch (form.get("act")) {
    case "name":
      return answerForm(form, nameForm, async ({ seq, name }) => {
        await nameVersion(ctx, { documentId, seq, name }, key);
        return to({ at: seq });
      });
    case "rename":
      return answerForm(form, renameForm, async ({ seq, versionId, name }) => {
        await renameVersion(ctx, { documentId, versionId, name }, key);
        return to({ at: seq });
      });
    case "unname":
      return answerForm(form, unnameForm, async ({ seq, versionId }) => {
        await removeVersion(ctx, { documentId, versionId }, key);
        return to({ at: seq });
      });
    default:
      return answerForm(form, restoreForm, async ({ seq, base }) => {
        const restored = await restoreMoment(ctx, { documentId, seq, base }, key);
        return to(restored === null ? { at: seq } : { at: restored, since: restored - 1, done: seq });
      });
  }
}

function withText(search: Record<string, number | string>): Record<string, string> {
  return Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));
}
