import type { Statement } from "./statements.ts";

/** What came before a statement: a table made in the same migration is unknown to the version that still serves. */
export interface History {
  earlierTables: ReadonlySet<string>;
  earlierStatements: readonly Statement[];
}

export interface Rule {
  name: string;
  /** What goes wrong, and what to do instead. */
  instead: string;
  breaks(statement: Statement, history: History): boolean;
  /** A contract phase does not excuse it. */
  always?: true;
}

export const rules: readonly Rule[] = [
  {
    name: "no-drop",
    instead:
      "the old version still reads it. Stop using it, release, then drop it in a later migration under `-- contract: why`",
    breaks: ({ text }, { earlierTables }) => {
      const dropped = /\bdrop (?:(?:materialized )?view|schema|type) /.test(text)
        ? [""]
        : namesAfter(text, /\bdrop table (?:if exists )?([^;]+)/);
      return dropped.some((table) => table === "" || earlierTables.has(table));
    },
  },
  {
    name: "no-drop-column",
    instead:
      "the old version still reads it. Stop using it, release, then drop it in a later migration under `-- contract: why`",
    breaks: onEarlierTable(
      /(?:,| )drop (?:column |(?!column|constraint|default|not null|identity|expression|owned)\w)/,
    ),
  },
  {
    name: "no-rename",
    instead:
      "the old version knows the old name. Add the new one beside it, write both, backfill, release, then drop the old",
    breaks: ({ text }, history) =>
      onEarlierTable(/ rename (?!constraint)/)({ text }, history) ||
      /\balter (?:type|view|function|schema) .* rename /.test(text),
  },
  {
    name: "no-type-change",
    instead:
      "it rewrites the table under a lock and breaks the old version. Add a column of the new type, write both, backfill",
    breaks: onEarlierTable(/\balter (?:column )?\S+ (?:set data )?type /),
  },
  {
    name: "no-sudden-not-null",
    instead:
      "it scans under a lock. First `add constraint c check (column is not null) not valid`, then `validate constraint c`, then set not null",
    breaks: (statement, history) =>
      onEarlierTable(/\balter (?:column )?\S+ set not null/)(statement, history) && !wasValidated(statement, history),
  },
  {
    name: "no-required-column",
    instead:
      "the old version inserts without it. Give it a default, or add it nullable, backfill, and require it later",
    breaks: (statement, history) =>
      onEarlierTable(/./)(statement, history) && addedColumns(statement.text).some(isRequired),
  },
  {
    name: "index-concurrently",
    instead: "it stops every write while it builds. `create index concurrently`, alone in its migration",
    breaks: ({ text }, { earlierTables }) => {
      const table = /\bcreate (?:unique )?index (?!concurrently).*?\bon (?:only )?(\S+)/.exec(text)?.[1];
      return table !== undefined && earlierTables.has(bare(table));
    },
  },
  {
    name: "no-wall-clock",
    instead: "a tenant may live on a test clock. Compare in the query, with ctx.clock's time as a parameter",
    breaks: ({ whole }) =>
      /\b(?:create|alter) (?:policy|(?:or replace )?(?:materialized )?view)\b/.test(whole) && wallClock.test(whole),
    always: true,
  },
];

export const wallClock =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(|\b(?:current_timestamp|current_date|localtimestamp)\b/i;

/** Tables that a statement makes. */
export const createdTables = ({ text }: Statement): string[] =>
  [...text.matchAll(/\bcreate (?:unlogged )?table (?:if not exists )?([^\s(]+)/g)].map(([, name]) =>
    bare(String(name)),
  );

function onEarlierTable(pattern: RegExp) {
  return ({ text }: Pick<Statement, "text">, { earlierTables }: History): boolean => {
    const [, table, rest] = alterTable.exec(text) ?? [];
    return table !== undefined && earlierTables.has(bare(table)) && pattern.test(` ${rest}`);
  };
}

const alterTable = /\balter table (?:if exists )?(?:only )?(\S+) (.*)/;

/** Whether a checked constraint already says that this column is never null, so that Postgres need not look. */
function wasValidated({ text }: Statement, { earlierStatements }: History): boolean {
  const table = alterTable.exec(text)?.[1];
  const columns = [...text.matchAll(/\balter (?:column )?(\S+) set not null/g)].map(([, column]) => String(column));
  const before = earlierStatements
    .map((statement) => statement.text)
    .filter((sql) => alterTable.exec(sql)?.[1] === table);
  return columns.every((column) => {
    const checks = before.flatMap((sql) => [
      ...sql.matchAll(/\badd constraint (\S+) check \(+(\S+) is not null\)+ not valid/g),
    ]);
    return checks.some(
      ([, name, checked]) => checked === column && before.some((sql) => sql.includes(`validate constraint ${name}`)),
    );
  });
}

/** What follows each `add column`, up to the next clause of the same statement. */
function addedColumns(text: string): string[] {
  return text
    .split(/(?:,| )(?=add (?:column )?)/)
    .filter((clause) => /^add (?!constraint|primary|unique|foreign|check|exclude)/.test(clause));
}

const isRequired = (column: string) =>
  / (?:not null|primary key)/.test(column) && !/ (?:default|generated) /.test(column);

function namesAfter(text: string, pattern: RegExp): string[] {
  const list = pattern.exec(text)?.[1]?.replace(/ (?:cascade|restrict)$/, "");
  return list ? list.split(",").map((name) => bare(name.trim())) : [];
}

const bare = (name: string) => name.replaceAll('"', "").replace(/^public\./, "");
