import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, ConfirmDialog, Menu, MenuItem, toast } from "@guildhall/ui";
import { allChosen, countChosen, type GridSelection, nothingChosen } from "@guildhall/ui/grid";
import { ExportMenu } from "./export-menu.tsx";
import type { GridData } from "./load-grid.ts";
import { Picked } from "./picked.tsx";
import { SetColumn } from "./set-column.tsx";
import { useBulk } from "./use-bulk.ts";
import type { RecordGridModel } from "./use-record-grid.ts";

interface MergeTheseProps extends Pick<RecordGridModel, "t"> {
  readonly selection: GridSelection;
  readonly slug: string;
}

/** Two of them may be one: to where they stand side by side. */
function MergeThese({ selection, slug, t }: MergeTheseProps) {
  const [one, other, ...more] = selection.kind === "these" ? selection.ids : [];
  if (one === undefined || other === undefined || more.length > 0) return null;
  return (
    <ButtonLink size="s" href={`/w/${slug}/people/${one}/merge?with=${other}`}>
      {t(m.grid_bulk_merge)}
    </ButtonLink>
  );
}

interface BulkActsProps {
  readonly grid: "people" | "companies";
  readonly data: GridData;
  readonly model: RecordGridModel;
  readonly selection: GridSelection;
  readonly onSelection: (selection: GridSelection) => void;
}
/** What is done with the rows that are chosen; rises when one is. Whatever it does can be undone. */
export function BulkActs({ grid, data, model, selection, onSelection }: BulkActsProps) {
  const { t, locale, columns } = model;
  const attempt = useBulk({ model, selection, onSelection });
  const run = (change: Readonly<Record<string, unknown>>) =>
    void attempt(change).then((refused) => refused !== null && toast({ text: refused, tone: "problem" }));
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
      className="sticky bottom-bulk z-20 flex items-center overflow-x-auto sm:flex-wrap gap-s2 rounded-r3 border bg-raised px-s4 py-s2 text-ink shadow-float"
    >
      <span role="status" className="tabular mr-s2 flex-none whitespace-nowrap font-medium">
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
      <SetColumn model={model} onRun={attempt} />
      {grid === "people" && <MergeThese selection={selection} slug={model.hall.slug} t={t} />}
      <ExportMenu grid={grid} model={model} selection={selection} />
      <ConfirmDialog
        button={
          <Button size="s" look="danger" icon="remove">
            {t(m.grid_bulk_delete)}
          </Button>
        }
        title={t(grid === "people" ? m.grid_bulk_delete_people : m.grid_bulk_delete_companies, { count: said })}
        description={t(grid === "people" ? m.grid_bulk_delete_people_text : m.grid_bulk_delete_companies_text)}
        act={t(m.grid_bulk_delete)}
        onConfirm={() => run({ delete: true })}
      />
      <span className="flex-none max-sm:order-first sm:ml-auto">
        <Button size="s" look="quiet" icon="close" onPress={() => onSelection(nothingChosen)}>
          {t(m.grid_choose_none)}
        </Button>
      </span>
    </section>
  );
}
