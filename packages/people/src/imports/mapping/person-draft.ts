import { detach } from "../values/clean.ts";
import type { Parsed } from "../values/parsed.ts";
import type {
  CellDoubtCode,
  CellNote,
  CellProblemCode,
  FieldValue,
  ImportConsent,
  ImportField,
  ImportIdentity,
  OutsideId,
} from "./import-row.ts";

/** What the cells of a row have said so far. Where two columns say the same thing, the first that is filled counts. */
export class PersonDraft {
  readonly #identities: ImportIdentity[] = [];
  readonly #outsideIds: OutsideId[] = [];
  readonly #lines = new Map<LineName, string>();
  readonly #tags = new Map<string, string>();
  readonly #notes: string[] = [];
  readonly #consents: { email?: ImportConsent; sms?: ImportConsent } = {};
  readonly #fields: ImportField[] = [];
  readonly #problems: CellNote[] = [];
  readonly #doubts: CellNote[] = [];
  #language: "en" | "zh-CN" | null = null;

  /** The value of a cell that could be read; otherwise it is noted as left out. */
  accept<Value>(parsed: Parsed<Value>, column: number, written: string, use: (value: Value) => void): void {
    if (!parsed.ok) {
      this.leaveOut(column, parsed.code, written);
      return;
    }
    if (parsed.doubt) this.doubt(column, parsed.doubt, written);
    use(parsed.value);
  }

  leaveOut(column: number, code: CellProblemCode, written: string): void {
    this.#problems.push({ column, code, written: excerpt(written) });
  }

  doubt(column: number, code: CellDoubtCode, written: string): void {
    this.#doubts.push({ column, code, written: excerpt(written) });
  }

  identify(identity: ImportIdentity): void {
    const isKnown = this.#identities.some(
      ({ kind, provider, value }) =>
        kind === identity.kind && provider === identity.provider && value === identity.value,
    );
    if (!isKnown) this.#identities.push(identity);
  }

  knownAs(id: OutsideId): void {
    this.#outsideIds.push(id);
  }

  line(name: LineName, value: string): void {
    if (value !== "" && !this.#lines.has(name)) this.#lines.set(name, value);
  }

  speaks(language: "en" | "zh-CN"): void {
    this.#language ??= language;
  }

  tag(tags: readonly string[]): void {
    for (const tag of tags) if (!this.#tags.has(tag.toLowerCase())) this.#tags.set(tag.toLowerCase(), tag);
  }

  note(text: string): void {
    if (text !== "") this.#notes.push(text);
  }

  /** The later word counts; one without a time gives way to one that has it. */
  consent(channel: "email" | "sms", consent: ImportConsent): void {
    const known = this.#consents[channel];
    if (!known || (consent.at ?? "") > (known.at ?? "")) this.#consents[channel] = consent;
  }

  field(column: number, value: FieldValue): void {
    this.#fields.push({ column, value });
  }

  content() {
    const line = (name: LineName) => this.#lines.get(name) ?? null;
    return {
      identities: this.#identities,
      outsideIds: this.#outsideIds,
      name: { full: line("full-name"), family: line("family-name"), given: line("given-name") },
      company: line("company"),
      jobTitle: line("job-title"),
      stage: line("stage"),
      owner: line("owner"),
      language: this.#language,
      timeZone: line("time-zone"),
      tags: [...this.#tags.values()],
      notes: this.#notes,
      since: line("since"),
      consents: this.#consents,
      fields: this.#fields,
      problems: this.#problems,
      doubts: this.#doubts,
    };
  }
}

export type LineName =
  | "full-name"
  | "family-name"
  | "given-name"
  | "company"
  | "job-title"
  | "stage"
  | "owner"
  | "time-zone"
  | "since";

const excerpt = (written: string) => detach(written.slice(0, 200));
