import type { Id } from "@guildhall/core";
import { longestTag } from "../../../tags/tag.ts";
import type { ImportRow } from "../../mapping/import-row.ts";
import { readFieldValue, sayValue } from "./field-values.ts";
import { nextId } from "./ids.ts";
import { type PersonColumns, type PersonState, resort } from "./person-state.ts";
import type { CellProblem, Change } from "./row-outcome.ts";
import type { Rules } from "./rules.ts";
import { stageOf } from "./stage-words.ts";
import type { Words } from "./words.ts";

export type PersonRow = Extract<ImportRow, { outcome: "person" }>;

/** What a row's values are written with: the rules, the hall's words, and where to say what was left out. */
export interface Pen {
  readonly rules: Rules;
  readonly words: Words;
  readonly problems: CellProblem[];
  readonly changes: Change[];
}

/**
 * Writes what a row says into a person: over what is there in mode 'update', else where nothing is. Lists grow in both.
 * What changes is told to `pen.changes`.
 */
export function applyRow(person: PersonState, row: PersonRow, pen: Pen): void {
  writeName(person, row, pen);
  write(person, "locale", row.language, pen);
  write(person, "time_zone", row.timeZone, pen);
  write(person, "stage", stageIn(row, pen), pen);
  writeOwner(person, row, pen);
  writeTags(person, row, pen);
  writeFields(person, row, pen);
  writePosition(person, row, pen);
}

type TextColumn = "full_name" | "family_name" | "given_name" | "locale" | "time_zone" | "stage";

function write<Column extends TextColumn>(
  { now }: PersonState,
  column: Column,
  value: PersonColumns[Column] | null,
  { rules, changes }: Pen,
): void {
  const old = now[column];
  if (value === null || value === old || (old !== null && rules.mode !== "update")) return;
  now[column] = value;
  changes.push({ what: column, name: null, before: old, after: value });
}

/** A name is one thing: parts of it fill in only what belongs to the name that stays. */
function writeName(person: PersonState, row: PersonRow, pen: Pen): void {
  const { now } = person;
  if (row.fullName !== null) {
    const standsIn = row.identities.some(({ value }) => value === now.full_name);
    if (row.fullName !== now.full_name && (standsIn || pen.rules.mode === "update")) {
      pen.changes.push({ what: "full_name", name: null, before: now.full_name, after: row.fullName });
      now.full_name = row.fullName;
      if (row.familyName === null) now.family_name = null;
      if (row.givenName === null) now.given_name = null;
    }
  }
  if (row.fullName === now.full_name) {
    write(person, "family_name", row.familyName, pen);
    write(person, "given_name", row.givenName, pen);
  }
  const { stored } = person;
  const renamed =
    !stored ||
    stored.full_name !== now.full_name ||
    stored.family_name !== now.family_name ||
    stored.given_name !== now.given_name;
  if (renamed) resort(now);
}

function stageIn(row: PersonRow, pen: Pen): string | null {
  if (row.stage === null) return null;
  const stage = stageOf(row.stage);
  if (!stage) leaveOut(pen, "stage", "imports.stage-unknown", row.stage);
  return stage;
}

function writeOwner({ now }: PersonState, row: PersonRow, pen: Pen): void {
  if (row.owner === null) return;
  const owner = pen.rules.staff.get(row.owner.toLowerCase());
  if (!owner) return leaveOut(pen, "owner", "imports.owner-unknown", row.owner);
  if (owner === now.owner_person_id || (now.owner_person_id !== null && pen.rules.mode !== "update")) return;
  now.owner_person_id = owner;
  pen.changes.push({ what: "owner", name: null, before: null, after: row.owner });
}

function writeTags({ now }: PersonState, row: PersonRow, pen: Pen): void {
  for (const name of row.tags) {
    if (name.length > longestTag) {
      leaveOut(pen, "tags", "imports.tag-too-long", name);
      continue;
    }
    const tag = pen.words.tag(name);
    if (now.tag_ids.includes(tag)) continue;
    now.tag_ids = [...now.tag_ids, tag];
    pen.changes.push({ what: "tag", name: null, before: null, after: name });
  }
}

function writeFields({ now }: PersonState, row: PersonRow, pen: Pen): void {
  for (const { column, value } of row.fields) {
    const field = pen.rules.fields.get(column);
    if (!field) continue;
    const old = now.fields[field.id];
    if (old !== undefined && pen.rules.mode !== "update" && !Array.isArray(old)) continue;
    const read = readFieldValue(field, value, old);
    if ("code" in read) {
      pen.problems.push({ column, code: read.code, written: sayValue(value).slice(0, 200) });
      continue;
    }
    if (JSON.stringify(old) === JSON.stringify(read.value)) continue;
    now.fields = { ...now.fields, [field.id]: read.value };
    const before = old === undefined ? null : sayValue(old, field);
    pen.changes.push({ what: "field", name: field.name, before, after: sayValue(read.value, field) });
  }
}

const longest = { company: 200, title: 120 } as const;

function writePosition(person: PersonState, row: PersonRow, pen: Pen): void {
  const company = fitting(row.company, longest.company, "company", pen);
  const title = fitting(row.jobTitle, longest.title, "job-title", pen);
  if (company === null && title !== null && person.positions.length === 0)
    leaveOut(pen, "job-title", "imports.title-without-company", title);
  const { rules, words } = pen;
  const present = person.positions[0];
  if (company === null) {
    if (present && title !== null) entitle(present, title, pen);
    return;
  }
  if (present && rules.mode !== "update" && !isAt(person, words.knownCompany(company))) return;
  const companyId = words.company(company);
  const there = person.positions.find((position) => position.companyId === companyId);
  if (there) {
    if (title !== null) entitle(there, title, pen);
    return;
  }
  // The newest present position is the one that counts.
  person.positions.unshift({ id: nextId(), personId: person.id, companyId, title, source: rules.source });
  const before = present ? words.companyName(present.companyId) : null;
  pen.changes.push({ what: "company", name: null, before, after: company });
  if (title !== null) pen.changes.push({ what: "job_title", name: null, before: null, after: title });
}

function isAt({ positions }: PersonState, companyId: Id<"company"> | null): boolean {
  return positions.some((position) => position.companyId === companyId);
}

function entitle(position: { title: string | null }, title: string, { rules, changes }: Pen): void {
  if (position.title === title || (position.title !== null && rules.mode !== "update")) return;
  changes.push({ what: "job_title", name: null, before: position.title, after: title });
  position.title = title;
}

function fitting(text: string | null, most: number, target: "company" | "job-title", pen: Pen): string | null {
  if (text === null || text.length <= most) return text;
  leaveOut(pen, target, "imports.text-too-long", text);
  return null;
}

function leaveOut(
  { rules, problems }: Pen,
  target: "stage" | "owner" | "tags" | "company" | "job-title",
  code: string,
  written: string,
): void {
  problems.push({ column: rules.columns.get(target) ?? 0, code, written: written.slice(0, 200) });
}
