import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, Menu, MenuItem, WithoutScript, WithScript } from "@guildhall/ui";
import { type GridSelection, shownColumns } from "@guildhall/ui/grid";
import { useRef } from "react";
import { postedSelection } from "./posted-selection.ts";
import type { RecordGridModel } from "./use-record-grid.ts";

interface ExportMenuProps {
  readonly grid: "people" | "companies";
  readonly model: RecordGridModel;
  /** The rows that are taken out; without, all that the view shows. */
  readonly selection?: GridSelection;
}

const formats = ["csv", "xlsx"] as const;
const words = { csv: m.grid_export_csv, xlsx: m.grid_export_xlsx };

/** What stands in the grid as a file: these rows, in this order, with these columns. */
export function ExportMenu({ grid, model, selection }: ExportMenuProps) {
  const { t, state, hall } = model;
  const form = useRef<HTMLFormElement>(null);
  const format = useRef<HTMLInputElement>(null);
  const { search, filter, sort } = state;
  const action = `/w/${hall.slug}/${grid}/export`;
  const columns = shownColumns(model.columns, "name", state.columns)
    .map(({ column }) => column.id)
    .join();
  const asked = { question: JSON.stringify({ search, filter, sort }), columns };
  const posted = selection ? postedSelection(selection, state) : { question: { search, filter, sort } };
  return (
    <>
      <WithScript>
        <form ref={form} method="post" action={action} className="contents">
          <input type="hidden" name="selection" value={JSON.stringify(posted)} />
          <input type="hidden" name="columns" value={columns} />
          <input ref={format} type="hidden" name="format" defaultValue="csv" />
          <Menu
            label={t(selection ? m.grid_export_chosen : m.grid_export)}
            button={
              <Button size={selection ? "s" : "m"} look={selection ? "plain" : "quiet"} icon="download">
                {t(m.grid_export)}
              </Button>
            }
          >
            {formats.map((each) => (
              <MenuItem
                key={each}
                onAction={() => {
                  if (format.current) format.current.value = each;
                  form.current?.submit();
                }}
              >
                {t(words[each])}
              </MenuItem>
            ))}
          </Menu>
        </form>
      </WithScript>
      <WithoutScript>
        {formats.map((each) => (
          <ButtonLink
            key={each}
            look="quiet"
            icon="download"
            href={`${action}?${new URLSearchParams({ ...asked, format: each })}`}
          >
            {t(words[each])}
          </ButtonLink>
        ))}
      </WithoutScript>
    </>
  );
}
