import { m } from "@guildhall/i18n/messages";
import type { GridName } from "@guildhall/people/schemas";
import { Button, SelectField, type SelectOption, TextField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { optionName } from "./grid-columns.ts";
import type { bulkChoices } from "./load-grid.ts";

interface ChosenFormsProps {
  readonly grid: GridName;
  readonly ids: readonly string[];
  readonly choices: Awaited<ReturnType<typeof bulkChoices>>;
  /** Of what was just sent. */
  readonly wrong: Wrong | null;
}

/** The deeds that ask for something. */
export const withValue: ReadonlySet<string> = new Set(["tag", "untag", "stage", "owner", "list"]);

interface Wrong {
  readonly act?: unknown;
  readonly value: string | undefined;
  readonly said: string;
}

/** A form for each thing that can be done with those chosen. */
export function ChosenForms({ grid, ids, choices, wrong }: ChosenFormsProps) {
  const words = useWords();
  const { t } = words;
  const of = (act: string) => ({ act, ids, wrong: wrong?.act === act ? wrong : null });
  const tagging = of("tag").wrong;
  const { tags, staff, audiences, stages } = choices;
  const named = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const nobody = { value: "", label: t(m.grid_edit_nothing) };
  return (
    <div className="grid max-w-form gap-s4">
      <Act act="tag" ids={ids} label={t(m.grid_bulk_tag)}>
        <TextField
          id="chosen-tag"
          name="value"
          label={t(m.grid_bulk_tag)}
          maxLength={60}
          list="chosen-tags"
          required
          defaultValue={tagging?.value}
          error={tagging?.said}
        />
        <datalist id="chosen-tags">
          {tags.map(({ id, name }) => (
            <option key={id}>{name}</option>
          ))}
        </datalist>
      </Act>
      <Pick {...of("untag")} label={t(m.grid_bulk_untag)} options={named(tags)} />
      {grid === "people" && (
        <Pick
          {...of("stage")}
          label={t(m.grid_bulk_stage)}
          options={[nobody, ...stages.map((id) => ({ value: id, label: optionName(words, "stage", id) }))]}
        />
      )}
      <Pick {...of("owner")} label={t(m.grid_bulk_owner)} options={[nobody, ...named(staff)]} />
      <Pick {...of("list")} label={t(m.grid_bulk_audience)} options={named(audiences)} />
      <Taken grid={grid} ids={ids} />
      <Act act="delete" ids={ids} label={t(m.grid_bulk_delete)} danger>
        <p className="text-s text-ink-2">
          {t(grid === "people" ? m.grid_bulk_delete_people_text : m.grid_bulk_delete_companies_text)}
        </p>
      </Act>
    </div>
  );
}

interface ActProps {
  readonly act: string;
  readonly ids: readonly string[];
  readonly label: string;
  readonly danger?: boolean;
  readonly children?: ReactNode;
}

function Act({ act, ids, label, danger = false, children }: ActProps) {
  return (
    <Form method="post" className="flex flex-wrap items-end gap-s2 border-b pb-s4">
      <input type="hidden" name="act" value={act} />
      <Ids ids={ids} />
      <div className="min-w-0 flex-1 basis-term">{children}</div>
      <Button type="submit" look={danger ? "danger" : "plain"}>
        {label}
      </Button>
    </Form>
  );
}

function Ids({ ids }: Pick<ActProps, "ids">) {
  return ids.map((id) => <input key={id} type="hidden" name="id" value={id} />);
}

interface PickProps extends ActProps {
  readonly options: readonly SelectOption[];
  readonly wrong: Wrong | null;
}

function Pick({ options, wrong, ...act }: PickProps) {
  if (options.length === 0) return null;
  return (
    <Act {...act}>
      <SelectField
        id={`chosen-${act.act}`}
        name="value"
        label={act.label}
        options={options}
        defaultValue={wrong?.value}
        error={wrong?.said}
      />
    </Act>
  );
}

/** Those chosen as a file. */
function Taken({ grid, ids }: Pick<ChosenFormsProps, "grid" | "ids">) {
  const { t } = useWords();
  return (
    <form
      method="post"
      action={`/w/${useHall().slug}/${grid}/export`}
      className="flex flex-wrap items-end gap-s2 border-b pb-s4"
    >
      <Ids ids={ids} />
      <Button type="submit" name="format" value="csv" icon="download">
        {t(m.grid_export_csv)}
      </Button>
      <Button type="submit" name="format" value="xlsx" icon="download">
        {t(m.grid_export_xlsx)}
      </Button>
    </form>
  );
}

/** The way back of what was just done. */
export function TakeBack({ set }: { readonly set: string }) {
  const { t } = useWords();
  return (
    <Form method="post">
      <input type="hidden" name="act" value="undo" />
      <input type="hidden" name="set" value={set} />
      <Button type="submit" icon="undo">
        {t(m.ui_undo)}
      </Button>
    </Form>
  );
}
