import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { Button, Menu, MenuItem, PopoverCard, toast } from "@guildhall/ui";
import { allChosen, countChosen, type GridSelection, nothingChosen, OptionPicker } from "@guildhall/ui/grid";
import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { z } from "zod";
import { tell } from "./ask-server.ts";
import type { GridData } from "./load-grid.ts";
import type { RecordGridModel } from "./use-record-grid.ts";

interface BulkActsProps {
  readonly grid: "people" | "companies";
  readonly data: GridData;
  readonly model: RecordGridModel;
  readonly selection: GridSelection;
  readonly onSelection: (selection: GridSelection) => void;
}
const outcome = z.union([
  z.object({ state: z.literal("done"), changeSetId: z.string(), changed: z.number() }),
  z.object({ state: z.literal("running"), changeSetId: z.string(), runId: z.string() }),
]);

/** What is done with the rows that are chosen; rises when one is. Whatever it does can be undone. */
export function BulkActs({ grid, data, model, selection, onSelection }: BulkActsProps) {
  const { t, locale, columns } = model;
  const run = useBulk({ model, selection, onSelection });
  const count = countChosen(selection, data.count.count);
  if (count === 0) return null;
  const said =
    data.count.more && selection.kind === "all" ? `${formatNumber(count, locale)}+` : formatNumber(count, locale);
  const all = data.count.more ? `${formatNumber(data.count.count, locale)}+` : formatNumber(data.count.count, locale);
  const tags = data.tags.map(({ id, name }) => ({ value: id, label: name }));
  const staff = data.staff.map(({ id, name }) => ({ value: id, label: name }));
  const audiences = data.audiences.map(({ id, name }) => ({ value: id, label: name }));
  const stages = grid === "people" ? (columns.find(({ id }) => id === "stage")?.choices ?? []) : [];
  return (
    <section
      aria-label={t(m.grid_bulk)}
      data-print="no"
      className="sticky bottom-bulk z-20 flex flex-wrap items-center gap-s2 rounded-r3 border bg-raised px-s4 py-s2 text-ink shadow-float"
    >
      <span role="status" className="tabular mr-s2 font-medium">
        {selection.kind === "all" ? t(m.grid_chosen_all, { count: said }) : t(m.grid_chosen, { count })}
      </span>
      {selection.kind === "these" && data.count.count > count && (
        <Button size="s" look="quiet" onPress={() => onSelection(allChosen)}>
          {t(m.grid_choose_all, { count: all })}
        </Button>
      )}
      <Picked
        label={t(m.grid_bulk_tag)}
        options={tags}
        several
        onPicked={(ids) => run({ tag: ids })}
        model={model}
        makes
      />
      <Picked
        label={t(m.grid_bulk_untag)}
        options={tags}
        several
        onPicked={(ids) => run({ untag: ids })}
        model={model}
      />
      {stages.length > 0 && (
        <Menu label={t(m.grid_bulk_stage)} button={<Button size="s">{t(m.grid_bulk_stage)}</Button>}>
          {stages.map(({ id, name }) => (
            <MenuItem key={id} onAction={() => run({ stage: id })}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      )}
      <Picked
        label={t(m.grid_bulk_owner)}
        options={staff}
        onPicked={([id]) => run({ owner: id ?? null })}
        model={model}
      />
      {grid === "people" && audiences.length > 0 && (
        <Picked
          label={t(m.grid_bulk_audience)}
          options={audiences}
          onPicked={([id]) => run({ addToAudience: id })}
          model={model}
        />
      )}
      <Button size="s" look="danger" icon="remove" onPress={() => run({ delete: true })}>
        {t(m.grid_bulk_delete)}
      </Button>
      <span className="ml-auto">
        <Button size="s" look="quiet" icon="close" onPress={() => onSelection(nothingChosen)}>
          {t(m.grid_choose_none)}
        </Button>
      </span>
    </section>
  );
}

interface PickedProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly several?: boolean;
  readonly makes?: boolean;
  readonly model: RecordGridModel;
  readonly onPicked: (ids: readonly string[]) => void;
}

function Picked({ label, options, several = false, makes = false, model, onPicked }: PickedProps) {
  const [chosen, setChosen] = useState<readonly { readonly value: string; readonly label: string }[]>([]);
  const tags = model.columns.find(({ id }) => id === "tags");
  return (
    <PopoverCard label={label} button={<Button size="s">{label}</Button>}>
      {(close) => {
        const done = (ids: readonly string[]) => {
          close();
          setChosen([]);
          if (ids.length > 0) onPicked(ids);
        };
        return (
          <>
            <OptionPicker
              label={label}
              options={options}
              chosen={chosen}
              several={several}
              onMake={
                makes && tags
                  ? (name) => {
                      void model.make(tags, name).then((tag) => {
                        if (tag) setChosen((now) => [...now, { value: tag.id, label: tag.name }]);
                      });
                    }
                  : undefined
              }
              onChange={(now) => {
                setChosen(now);
                if (!several) done(now.map(({ value }) => value));
              }}
              onLeave={(how) => (how === "enter" ? done(chosen.map(({ value }) => value)) : close())}
            />
            {several && (
              <Button
                look="primary"
                disabled={chosen.length === 0}
                onPress={() => done(chosen.map(({ value }) => value))}
              >
                {label}
              </Button>
            )}
          </>
        );
      }}
    </PopoverCard>
  );
}

type BulkSetting = Pick<BulkActsProps, "model" | "selection" | "onSelection">;

/** Runs a change on all that are chosen, and says what came of it, with a way back. */
function useBulk({ model, selection, onSelection }: BulkSetting) {
  const { t, locale, state, own } = model;
  const { revalidate } = useRevalidator();
  const fail = (message: string): void => {
    toast({ text: message, tone: "problem" });
  };
  const undo = async (changeSetId: string) => {
    const told = await tell(`${own}/undo`, { changeSetId }, z.unknown(), locale);
    if (!told.ok) return fail(told.message);
    revalidate();
    toast({ text: t(m.grid_undone), tone: "done" });
  };
  const lost = () => fail(t(m.grid_edit_failed));
  return (change: Record<string, unknown>) => {
    const { search, filter, sort } = state;
    const chosen =
      selection.kind === "these"
        ? { ids: [...selection.ids] }
        : { question: { search, filter, sort }, exclude: [...selection.except] };
    tell(`${own}/bulk`, { selection: chosen, change }, outcome, locale)
      .then((told) => {
        if (!told.ok) return fail(told.message);
        onSelection(nothingChosen);
        revalidate();
        const { done } = told;
        const text = done.state === "done" ? t(m.grid_bulk_done, { count: done.changed }) : t(m.grid_bulk_running);
        toast({ text, tone: "done", undo: () => void undo(done.changeSetId).catch(lost) });
      })
      .catch(lost);
  };
}
