import { m } from "@guildhall/i18n/messages";
import type { ReactNode } from "react";
import { Avatar } from "../marks/avatar.tsx";
import { Chip } from "../marks/chip.tsx";
import { Icon } from "../marks/icon.tsx";
import { type CellWords, cellText, choiceOf, instantDay } from "./cell-text.ts";
import { type CellValue, type GridColumn, idsOf, recordOf } from "./column.ts";

/** A cell as it is seen; plain elements, for there are many. */
export function cellFace(column: GridColumn, value: CellValue | undefined, words: CellWords): ReactNode {
  if (value === null || value === undefined || value === "") return null;
  switch (column.kind) {
    case "choice": {
      const choice = typeof value === "string" ? choiceOf(column, value) : undefined;
      return choice ? <Chip tone={choice.tone}>{choice.name}</Chip> : cellText(column, value, words);
    }
    case "choices":
      return tagsFace(column, idsOf(value), words);
    case "record": {
      const record = recordOf(value);
      if (!record) return null;
      return (
        <span className="flex min-w-0 items-center gap-s2">
          {column.finds === "person" && <Avatar id={record.id} name={record.name} image={record.image} size="s" />}
          <span className="truncate">{record.name}</span>
        </span>
      );
    }
    case "boolean":
      return value === true ? (
        <Icon name="check" label={words.t(m.grid_yes)} />
      ) : (
        <span className="text-ink-3">{words.t(m.grid_no)}</span>
      );
    case "instant":
      return (
        <time dateTime={String(value)} title={cellText(column, value, words)}>
          {instantDay(String(value), words.locale, words.zone)}
        </time>
      );
    default:
      return <span className="truncate">{cellText(column, value, words)}</span>;
  }
}

function tagsFace(column: GridColumn, ids: readonly string[], { t }: CellWords): ReactNode {
  const shown = ids.slice(0, SHOWN_TAGS);
  const more = ids.length - shown.length;
  return (
    <span className="flex min-w-0 gap-s1 overflow-hidden">
      {shown.map((id) => {
        const choice = choiceOf(column, id);
        return (
          <Chip key={id} tone={choice?.tone}>
            {choice?.name ?? t(m.grid_choice_gone)}
          </Chip>
        );
      })}
      {more > 0 && (
        <span className="tabular text-xs text-ink-3" title={t(m.grid_more_tags, { count: more })}>
          +{more}
        </span>
      )}
    </span>
  );
}

const SHOWN_TAGS = 4;

/** Figures stand at the end, under each other. */
export function isFigure({ kind }: GridColumn): boolean {
  return kind === "number" || kind === "money";
}
