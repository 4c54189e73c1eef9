import { m } from "@guildhall/i18n/messages";
import { toast } from "@guildhall/ui";
import { type GridSelection, nothingChosen } from "@guildhall/ui/grid";
import { useRevalidator } from "@remix-run/react";
import { z } from "zod";
import { tell } from "./ask-server.ts";
import { outcomeText } from "./outcome-text.ts";
import { postedSelection } from "./posted-selection.ts";
import type { RecordGridModel } from "./use-record-grid.ts";

const reasons = z.record(z.string(), z.number());
const outcome = z.union([
  z.object({ state: z.literal("done"), changeSetId: z.string(), changed: z.number(), reasons }),
  z.object({ state: z.literal("running"), changeSetId: z.string(), runId: z.string() }),
]);

interface BulkSetting {
  readonly model: RecordGridModel;
  readonly selection: GridSelection;
  readonly onSelection: (selection: GridSelection) => void;
}

/** Makes a change to all that are chosen; resolves to why it was refused, in words, or to null once it is made. */
export type RunBulk = (change: Readonly<Record<string, unknown>>) => Promise<string | null>;

/** Changes all that are chosen, and says what came of it, with a way back. */
export function useBulk({ model, selection, onSelection }: BulkSetting): RunBulk {
  const { t, locale, state, own, hall } = model;
  const { revalidate } = useRevalidator();
  const lost = () => t(m.grid_edit_failed);
  const undo = async (changeSetId: string) => {
    const told = await tell(`${own}/undo`, { changeSetId }, z.unknown(), locale);
    if (told.ok) {
      revalidate();
      toast({ text: t(m.grid_undone), tone: "done" });
    } else toast({ text: told.message, tone: "problem" });
  };
  return async (change) => {
    try {
      const told = await tell(`${own}/bulk`, { selection: postedSelection(selection, state), change }, outcome, locale);
      if (!told.ok) return told.message;
      onSelection(nothingChosen);
      revalidate();
      const { done } = told;
      const text = done.state === "done" ? outcomeText(done, model) : t(m.grid_bulk_running);
      const nothing = done.state === "done" && done.changed === 0;
      const back = () => void undo(done.changeSetId).catch(() => toast({ text: lost(), tone: "problem" }));
      if (nothing) toast({ text });
      else
        toast({
          text,
          tone: "done",
          undo: back,
          act: { label: t(m.grid_bulk_look), href: `/w/${hall.slug}/changes/${done.changeSetId}` },
        });
      return null;
    } catch {
      return lost();
    }
  };
}
