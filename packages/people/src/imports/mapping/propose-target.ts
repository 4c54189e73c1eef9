import { type ContentGuess, shareLike } from "./guess-content.ts";
import { headerKey } from "./header-key.ts";
import { fieldTypeByHeader, targetByHeader } from "./header-words.ts";
import type { Preset, PresetTarget } from "./preset.ts";
import type { ExistingField, ProposalOptions, ProposedColumn } from "./proposal.ts";
import { fieldTypeSchema, type ImportFieldType, type Target, targetSchema } from "./target.ts";

/** A column with what stands in it. */
export interface ColumnSample {
  readonly column: number;
  readonly name: string;
  readonly key: string;
  readonly filled: readonly string[];
  readonly guess: ContentGuess;
}

/** A place proposed for a column. */
export interface Candidate {
  readonly target: Target;
  readonly confidence: number;
  readonly why: ProposedColumn["why"];
}

interface Knowledge extends Pick<ProposalOptions, "customFields" | "remembered"> {
  readonly preset: Preset | null;
  readonly defaultCountry: string | null;
}

/** Asks in turn: what somebody chose before, the preset, the fields that are there, the name, the cells. */
export function proposeTarget(sample: ColumnSample, knowledge: Knowledge): Candidate {
  return (
    byMemory(sample, knowledge) ??
    byPreset(sample, knowledge) ??
    leaveEmpty(sample) ??
    byField(sample, knowledge.customFields) ??
    byHeader(sample, knowledge.defaultCountry) ??
    byContent(sample)
  );
}

function byMemory({ key }: ColumnSample, { remembered, customFields }: Knowledge): Candidate | null {
  const target = targetSchema.safeParse(remembered?.[key]?.target);
  if (!target.success) return null;
  const { data } = target;
  if (data.to === "field" && !customFields.some(({ id }) => id === data.fieldId)) return null;
  return { target: preferExisting(data, customFields), confidence: 0.97, why: "remembered" };
}

function byPreset({ name, key, filled, guess }: ColumnSample, { preset, customFields }: Knowledge): Candidate | null {
  const found = preset && Object.entries(preset.columns).find(([column]) => headerKey(column) === key)?.[1];
  if (!found) return null;
  const target = preferExisting(targetOf(found, name), customFields);
  // A system has many columns that nobody uses: a field is made only where there is something to put into it.
  if (filled.length === 0 && target.to === "new-field") return null;
  const isFreeText = target.to === "new-field" && target.type === "text" && guess.type === "long-text";
  return { target: isFreeText ? { ...target, type: "long-text" } : target, confidence: 0.98, why: "preset" };
}

function targetOf(preset: PresetTarget, name: string): Target {
  const [to, detail] = preset.split(/:(.*)/s);
  if (to === "field") return { to: "new-field", name, type: fieldTypeSchema.parse(detail) };
  return targetSchema.parse(detail === undefined ? { to } : { to, provider: detail });
}

/** A field of the same name is the one meant, whatever type a new one would have had. */
function preferExisting(target: Target, fields: readonly ExistingField[]): Target {
  if (target.to !== "new-field") return target;
  const existing = fields.find(({ name }) => headerKey(name) === headerKey(target.name));
  return existing ? { to: "field", fieldId: existing.id, type: existing.type } : target;
}

function leaveEmpty({ filled }: ColumnSample): Candidate | null {
  return filled.length === 0 ? { target: { to: "skip" }, confidence: 1, why: "empty" } : null;
}

function byField({ key }: ColumnSample, fields: readonly ExistingField[]): Candidate | null {
  const field = fields.find(({ name }) => headerKey(name) === key && key !== "");
  return field
    ? { target: { to: "field", fieldId: field.id, type: field.type }, confidence: 0.95, why: "header" }
    : null;
}

function byHeader(sample: ColumnSample, country: string | null): Candidate | null {
  const target = targetByHeader(sample.name);
  if (target) {
    const agreement = agrees(target, sample, country);
    return agreement < 0.3 ? null : { target, confidence: agreement < 0.7 ? 0.6 : 0.9, why: "header" };
  }
  const type = fieldTypeByHeader(sample.name);
  const isLikely = type === "date" ? shareLike(sample.filled, "date", null) > 0.5 : type !== null;
  if (type === null || !isLikely) return null;
  // A birthday without its year is no date.
  const fits = type !== "date" || sample.guess.type === "date" || sample.guess.type === "date-time";
  return { target: { to: "new-field", name: sample.name, type: fits ? type : "text" }, confidence: 0.8, why: "header" };
}

/** The share of a column's cells that can be what its name says. */
function agrees({ to }: Target, { filled, guess }: ColumnSample, country: string | null): number {
  if (to === "email" || to === "phone") return shareLike(filled, to, country);
  if (to === "since" || to === "email-consent-ended") return shareLike(filled, "date", country);
  if (to === "email-consent" || to === "sms-consent")
    return Math.max(shareLike(filled, "boolean", country), shareLike(filled, "date", country));
  const isWord = to === "full-name" || to === "family-name" || to === "given-name" || to === "company";
  return isWord && (guess.type === "email" || guess.type === "phone" || guess.type === "date") ? 0 : 1;
}

function byContent(sample: ColumnSample): Candidate {
  const { guess } = sample;
  if (guess.type === "email") return { target: { to: "email" }, confidence: 0.85, why: "content" };
  if (guess.type === "phone") return { target: { to: "phone" }, confidence: 0.7, why: "content" };
  return asField(sample);
}

/** A field of its own for a column, of the type that its cells are of. */
export function asField({ name, guess }: ColumnSample): Candidate {
  const type = guess.type === "number" ? numberType(name) : guess.type;
  return { target: { to: "new-field", name, type }, confidence: type === "text" ? 0.6 : 0.7, why: "content" };
}

/** Digits are no number where nobody would add them up, and an amount where the name speaks of money. */
function numberType(name: string): ImportFieldType {
  if (/(?:^|[^a-z])(?:id|no|nr|number|code|zip|postcode)\.?$|(?:编号|单号|邮编|代码|号)$/i.test(name.trim()))
    return "text";
  const isMoney =
    /(?:^|[^a-z])(?:amount|revenue|spent|paid|price|fees?|salary|balance|budget)(?:$|[^a-z])|金额|价格|费用|余额|收入/i;
  return isMoney.test(name) ? "money" : "number";
}
