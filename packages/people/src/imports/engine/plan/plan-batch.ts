import type { ImportRow } from "../../mapping/import-row.ts";
import type { BrokenRow, EmptyRows } from "../../reading/table.ts";
import type { Figures } from "../runs/figures.ts";
import { noFigures } from "../runs/figures.ts";
import { applyRow, type Pen, type PersonRow } from "./apply-row.ts";
import { nextId } from "./ids.ts";
import { changedColumns, type PersonState, type Position } from "./person-state.ts";
import type { Owner, Roll } from "./roll.ts";
import type { CellProblem, Outcome, PreviewRow, RowOutcome } from "./row-outcome.ts";
import type { Rules } from "./rules.ts";
import type { FieldRule, NewCompany, NewTag, Words } from "./words.ts";

/** A row as it comes into a batch: what it means, and what stands in it. */
export type BatchItem =
  | { readonly kind: "row"; readonly row: ImportRow; readonly cells: readonly string[] }
  | (Omit<BrokenRow, "code"> & { readonly code: string })
  | EmptyRows;

export interface NewIdentity {
  readonly personId: PersonState["id"];
  readonly kind: "email" | "phone" | "handle" | "external";
  readonly provider: string;
  readonly value: string;
}

export interface NewConsent {
  readonly channel: "email" | "sms";
  readonly address: string;
  readonly personId: PersonState["id"];
  readonly granted: boolean;
  readonly at: string | null;
}

/** What a batch of rows comes to; nothing of it is written yet. */
export interface BatchPlan {
  readonly made: readonly PersonState[];
  readonly changed: readonly PersonState[];
  readonly identities: readonly NewIdentity[];
  readonly positions: readonly Position[];
  readonly retitled: readonly Position[];
  /** Who got an address of a company's own domain from a row that names no company: they belong to that one. */
  readonly joining: readonly PersonState["id"][];
  readonly consents: readonly NewConsent[];
  readonly tags: readonly NewTag[];
  readonly companies: readonly NewCompany[];
  /** Fields whose options have grown. */
  readonly fields: readonly FieldRule[];
  readonly rows: readonly RowOutcome[];
  readonly figures: Figures;
  /** For a preview: every row in words. */
  readonly shown: readonly PreviewRow[];
}

export interface Planning {
  readonly items: readonly BatchItem[];
  readonly roll: Roll;
  readonly words: Words;
  readonly rules: Rules;
  /** How many more people the hall may have; null for as many as come. */
  readonly room: number | null;
  /** How many rows of each outcome a preview still wants to see; none in earnest. */
  readonly wanted?: (outcome: Outcome) => boolean;
}

/** Decides for every row whom it is about and what it does, in the order of the file. Looks into no database. */
export function planBatch(planning: Planning): BatchPlan {
  const draft = new Draft(planning);
  for (const item of planning.items) draft.take(item);
  return draft.plan();
}

class Draft {
  readonly #planning: Planning;
  readonly #made: PersonState[] = [];
  readonly #touched = new Set<PersonState>();
  readonly #identities: NewIdentity[] = [];
  readonly #joining = new Set<PersonState["id"]>();
  readonly #consents: NewConsent[] = [];
  readonly #rows: RowOutcome[] = [];
  readonly #shown: PreviewRow[] = [];
  readonly #figures: Figures = { ...noFigures };
  readonly #options: ReadonlyMap<FieldRule, number>;

  constructor(planning: Planning) {
    this.#planning = planning;
    this.#options = new Map([...planning.rules.fields.values()].map((field) => [field, field.options.length]));
  }

  take(item: BatchItem): void {
    if (item.kind === "empty") this.#figures.empty += item.count;
    else if (item.kind === "broken") {
      this.#figures.rows++;
      const { column, code, excerpt } = item;
      this.#refuse({ number: item.number, code, params: { column: column + 1, line: item.line } }, [excerpt], []);
    } else this.#takeRow(item.row, item.cells);
  }

  #takeRow(row: ImportRow, cells: readonly string[]): void {
    if (row.outcome === "empty") {
      this.#figures.empty++;
      return;
    }
    this.#figures.rows++;
    const noted = [...row.problems, ...row.doubts];
    if (row.outcome === "refused")
      return this.#refuse({ number: row.number, code: row.code, params: null }, cells, noted);

    const owners = this.#ownersOf(row);
    const [first, second] = owners;
    if (owners.includes("erased"))
      return this.#refuse({ number: row.number, code: "imports.identity-erased", params: null }, cells, noted);
    if (first && second) {
      this.#figures.conflicts++;
      return this.#refuse(
        { number: row.number, code: "imports.conflict", params: sayBoth(first, second) },
        cells,
        noted,
      );
    }
    if (first && first !== "erased") this.#match(first, row, cells);
    else this.#make(row, cells);
  }

  #ownersOf(row: PersonRow): Owner[] {
    const owners = new Set<Owner>();
    for (const identity of row.identities) {
      const owner = this.#planning.roll.owner(identity);
      if (owner) owners.add(owner);
    }
    return [...owners];
  }

  #make(row: PersonRow, cells: readonly string[]): void {
    const { room } = this.#planning;
    if (room !== null && this.#made.length >= room)
      return this.#refuse({ number: row.number, code: "imports.people-full", params: null }, cells, row.problems);
    const person = newPerson(row);
    this.#made.push(person);
    const pen = this.#pen();
    pen.changes.push({ what: "full_name", name: null, before: null, after: person.now.full_name });
    applyRow(person, row, pen);
    this.#recognise(person, row, pen);
    this.#count("created", person, row, pen, cells);
  }

  #match(person: PersonState, row: PersonRow, cells: readonly string[]): void {
    const pen = this.#pen();
    if (this.#planning.rules.mode === "skip") return this.#count("skipped", person, row, pen, cells);
    applyRow(person, row, pen);
    this.#recognise(person, row, pen);
    if (person.stored) this.#touched.add(person);
    this.#count(pen.changes.length > 0 ? "updated" : "unchanged", person, row, pen, cells);
  }

  #pen(): Pen {
    const { rules, words } = this.#planning;
    return { rules, words, problems: [], changes: [] };
  }

  /** Gives the person what they will be recognised by, and keeps what they agreed to. */
  #recognise(person: PersonState, row: PersonRow, pen: Pen): void {
    const { roll } = this.#planning;
    const give = (kind: NewIdentity["kind"], { provider, value }: { provider: string; value: string }) => {
      this.#identities.push({ personId: person.id, kind, provider, value });
      pen.changes.push({
        what: kind === "external" ? "external" : kind,
        name: provider || null,
        before: null,
        after: value,
      });
    };
    for (const identity of row.identities) {
      if (roll.owner(identity)) continue;
      roll.claim(identity, person);
      give(identity.kind, identity);
      if (identity.kind === "email" && row.company === null) this.#join(person, identity.value, pen);
    }
    for (const outside of row.outsideIds) {
      const holder = roll.holder(outside);
      if (holder === person.id) continue;
      if (holder) {
        pen.problems.push({ column: outside.column, code: "imports.id-taken", written: outside.value });
        continue;
      }
      roll.hold(outside, person);
      give("external", outside);
    }
    this.#agree(person, row);
  }

  /** As `joinManyByDomain` will. */
  #join(person: PersonState, address: string, { changes }: Pen): void {
    const { words } = this.#planning;
    const companyId = words.companyOfDomain(address.slice(address.lastIndexOf("@") + 1));
    if (!companyId || person.positions.some((position) => position.companyId === companyId)) return;
    this.#joining.add(person.id);
    changes.push({ what: "company", name: null, before: null, after: words.companyName(companyId) });
  }

  #agree(person: PersonState, { consents, identities }: PersonRow): void {
    const say = (channel: "email" | "sms", kind: "email" | "phone") => {
      const consent = consents[channel];
      const address = identities.find((identity) => identity.kind === kind)?.value;
      if (consent && address) this.#consents.push({ channel, address, personId: person.id, ...consent });
    };
    say("email", "email");
    say("sms", "phone");
  }

  #refuse(
    { number, code, params }: Pick<RowOutcome, "number" | "code" | "params">,
    cells: readonly string[],
    problems: readonly CellProblem[],
  ): void {
    if (code !== "imports.conflict") this.#figures.refused++;
    this.#rows.push({ number, outcome: "refused", code, params, personId: null, problems, cells });
    if (this.#planning.wanted?.("refused")) {
      const name = cells
        .filter((cell) => cell !== "")
        .slice(0, 3)
        .join(" · ")
        .slice(0, 120);
      this.#shown.push({
        number,
        outcome: "refused",
        code,
        params,
        name,
        personId: null,
        changes: [],
        problems: [...problems],
      });
    }
  }

  #count(
    outcome: Exclude<Outcome, "refused">,
    person: PersonState,
    row: PersonRow,
    pen: Pen,
    cells: readonly string[],
  ): void {
    this.#figures[outcome]++;
    const left = [...row.problems, ...pen.problems];
    const problems = [...left, ...row.doubts];
    if (left.length > 0) this.#figures.flawed++;
    if (row.doubts.length > 0) this.#figures.doubtful++;
    const { number } = row;
    if (problems.length > 0)
      this.#rows.push({
        number,
        outcome,
        code: null,
        params: null,
        personId: person.id,
        problems,
        cells: left.length > 0 ? cells : null,
      });
    if (this.#planning.wanted?.(outcome)) {
      const { full_name: name } = person.now;
      const personId = person.stored ? person.id : null;
      this.#shown.push({ number, outcome, code: null, params: null, name, personId, changes: pen.changes, problems });
    }
  }

  plan(): BatchPlan {
    const people = [...this.#made, ...this.#touched];
    const { tags, companies } = this.#planning.words.takeNew();
    return {
      made: this.#made,
      changed: [...this.#touched].filter((person) => changedColumns(person).length > 0),
      identities: this.#identities,
      positions: people.flatMap(({ positions }) => positions.filter((it) => it.storedTitle === undefined)),
      retitled: people.flatMap(({ positions }) =>
        positions.filter((it) => it.storedTitle !== undefined && it.storedTitle !== it.title),
      ),
      joining: [...this.#joining],
      consents: this.#consents,
      tags,
      companies,
      fields: [...this.#options].flatMap(([field, length]) => (field.options.length > length ? [field] : [])),
      rows: this.#rows,
      figures: this.#figures,
      shown: this.#shown,
    };
  }
}

/** Somebody whom nobody knows yet; until a row says their name, what they are reached by stands for it. */
function newPerson(row: PersonRow): PersonState {
  const name = row.fullName ?? row.identities[0]?.value ?? "?";
  return {
    id: nextId(),
    stored: null,
    now: {
      full_name: name.slice(0, 200),
      sort_name: "",
      family_name: null,
      given_name: null,
      locale: null,
      time_zone: null,
      stage: null,
      owner_person_id: null,
      tag_ids: [],
      fields: {},
    },
    positions: [],
    row: row.number,
    since: row.since,
  };
}

function sayBoth(first: Owner, second: Owner): Record<string, string | number> {
  const said: Record<string, string | number> = {};
  for (const [place, owner] of [first, second].entries()) {
    if (owner === "erased") continue;
    said[place === 0 ? "first" : "second"] = owner.now.full_name;
    if (owner.stored) said[place === 0 ? "firstId" : "secondId"] = owner.id;
    else said[place === 0 ? "firstRow" : "secondRow"] = owner.row ?? 0;
  }
  return said;
}
