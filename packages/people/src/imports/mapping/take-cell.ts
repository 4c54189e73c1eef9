import type { CellKind } from "../reading/table.ts";
import { parseBoolean } from "../values/boolean.ts";
import { detach, narrow, parseLine, parseName, parseText } from "../values/clean.ts";
import { parseDateTime, parseTimeZone } from "../values/date-values.ts";
import { parseEmail, splitEmails } from "../values/email.ts";
import { parseLanguage } from "../values/language.ts";
import { parseList } from "../values/list.ts";
import { type Parsed, parsed, refused } from "../values/parsed.ts";
import { parsePhone, splitPhones } from "../values/phone.ts";
import type { ImportConsent } from "./import-row.ts";
import { parseField } from "./parse-field.ts";
import type { LineName, PersonDraft } from "./person-draft.ts";
import type { ColumnMapping, Mapping, PersonTarget } from "./target.ts";

export interface Cell {
  readonly cell: string;
  readonly kind: CellKind;
  readonly column: ColumnMapping;
  /** By which the row's phone numbers are read. */
  readonly country: string | null;
  readonly mapping: Mapping;
}

/** Puts what a cell says where its column goes. */
export function takeCell(draft: PersonDraft, cell: Cell): void {
  const { target, column } = cell.column;
  switch (target.to) {
    case "handle":
      draft.accept(parseHandle(cell.cell), column, cell.cell, (value) => {
        draft.identify({ kind: "handle", provider: target.provider, value, column });
      });
      break;
    case "external-id":
      draft.accept(parseOutsideId(cell.cell), column, cell.cell, (value) => {
        draft.knownAs({ provider: target.provider, value, column });
      });
      break;
    case "field":
    case "new-field":
      draft.accept(parseField(target.type, cell), column, cell.cell, (value) => {
        draft.field(column, value);
      });
      break;
    default:
      take[target.to](draft, cell);
  }
}

type Take = (draft: PersonDraft, cell: Cell) => void;

const line =
  (name: LineName, parse: (text: string) => Parsed<string>): Take =>
  (draft, { cell, column }) => {
    draft.accept(parse(cell), column.column, cell, (value) => {
      draft.line(name, value);
    });
  };

const take: Readonly<Record<PersonTarget, Take>> = {
  skip: () => undefined,
  "full-name": line("full-name", parseName),
  "family-name": line("family-name", parseName),
  "given-name": line("given-name", parseName),
  company: line("company", (text) => parseLine(text, 200)),
  "job-title": line("job-title", (text) => parseLine(text, 200)),
  stage: line("stage", (text) => parseLine(text, 100)),
  owner: line("owner", parseOwner),
  "time-zone": line("time-zone", parseTimeZone),
  email(draft, { cell, column: { column } }) {
    for (const part of splitEmails(cell))
      draft.accept(parseEmail(part), column, part, (value) => {
        draft.identify({ kind: "email", provider: "", value, column });
      });
  },
  phone(draft, { cell, column: { column }, country }) {
    for (const part of splitPhones(cell))
      draft.accept(parsePhone(part, country), column, part, (value) => {
        draft.identify({ kind: "phone", provider: "", value, column });
      });
  },
  tags(draft, { cell, column: { column } }) {
    draft.accept(parseList(cell), column, cell, (tags) => {
      draft.tag(tags);
    });
  },
  language(draft, { cell, column: { column } }) {
    draft.accept(parseLanguage(cell), column, cell, (language) => {
      draft.speaks(language);
    });
  },
  note(draft, { cell, column: { column } }) {
    draft.accept(parseText(cell, 20_000), column, cell, (text) => {
      draft.note(text);
    });
  },
  since(draft, cell) {
    draft.accept(momentIn(cell), cell.column.column, cell.cell, (at) => {
      draft.line("since", at);
    });
  },
  "email-consent"(draft, cell) {
    draft.accept(consentIn(cell), cell.column.column, cell.cell, (consent) => {
      draft.consent("email", consent);
    });
  },
  "email-consent-ended"(draft, cell) {
    draft.accept(momentIn(cell), cell.column.column, cell.cell, (at) => {
      draft.consent("email", { granted: false, at });
    });
  },
  "sms-consent"(draft, cell) {
    draft.accept(consentIn(cell), cell.column.column, cell.cell, (consent) => {
      draft.consent("sms", consent);
    });
  },
};

function momentIn({ cell, column, mapping }: Cell): Parsed<string> {
  return parseDateTime(cell, column.dateOrder ?? null, mapping.timeZone);
}

/** Yes or no, or the time at which somebody agreed. */
function consentIn(cell: Cell): Parsed<ImportConsent> {
  const answer = parseBoolean(cell.cell);
  if (answer.ok) return parsed({ granted: answer.value, at: null });
  const moment = momentIn(cell);
  return moment.ok ? parsed({ granted: true, at: moment.value }, moment.doubt) : refused("imports.boolean-malformed");
}

function parseOwner(text: string): Parsed<string> {
  const address = text.includes("@") ? parseEmail(text) : null;
  return address?.ok ? address : parseLine(text, 200);
}

/** Accounts are found whatever the case, and with or without an @ in front. */
function parseHandle(text: string): Parsed<string> {
  const handle = narrow(text).replace(/^@/, "").toLowerCase();
  return /^[^\s\p{C}]{2,200}$/u.test(handle) ? parsed(detach(handle)) : refused("imports.handle-malformed");
}

function parseOutsideId(text: string): Parsed<string> {
  const id = narrow(text);
  return /^[^\s\p{C}]{1,200}$/u.test(id) ? parsed(detach(id)) : refused("imports.id-malformed");
}
