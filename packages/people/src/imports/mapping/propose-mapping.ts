import type { Row } from "../reading/table.ts";
import { parseCountry } from "../values/country.ts";
import { detectPreset, presetNamed } from "./detect-preset.ts";
import { guessContent } from "./guess-content.ts";
import { headerKey } from "./header-key.ts";
import { isCountryHeader } from "./header-words.ts";
import type { Preset } from "./preset.ts";
import type { Proposal, ProposalOptions, ProposedColumn } from "./proposal.ts";
import { proposeFormats } from "./propose-formats.ts";
import { asField, type Candidate, type ColumnSample, proposeTarget } from "./propose-target.ts";
import { type ColumnMapping, isSingle, type Mapping } from "./target.ts";

/** The sample that a proposal looks at; more rows make it slower and no wiser. */
export const sampleSize = 1_000;

/**
 * Proposes where each column goes: as it went the last time, as the preset says, by its name, or by what stands in it.
 * Columns that fit nowhere become fields of their own, and empty ones are left out.
 */
export function proposeMapping(
  columns: readonly string[],
  sampleRows: readonly Pick<Row, "cells">[],
  options: ProposalOptions,
): Proposal {
  const name = options.preset === undefined ? detectPreset(columns) : options.preset;
  const preset = presetNamed(name);
  const defaultCountry = options.defaultCountry ?? preset?.defaultCountry ?? guessCountry(sampleRows);
  const samples = columns.map((column, index) => sampleOf(index, column, sampleRows, columns.length, defaultCountry));
  const fields = new Map(options.customFields.map((field) => [headerKey(field.name), field]));
  const knowledge = { remembered: options.remembered, preset, fields, defaultCountry };
  const candidates = resolveClashes(
    samples.map((sample) => proposeTarget(sample, knowledge)),
    samples,
  );
  const countryColumn = findCountryColumn(samples, preset);
  const currency = options.currency ?? preset?.currency ?? "USD";
  const formats = proposeFormats(samples, candidates, {
    preset,
    defaultCountry,
    countryColumn,
    currency,
    remembered: options.remembered,
  });
  const proposed = samples.map((sample, index) => present(sample, candidates[index], formats[index]?.doubt ?? null));
  const mapping: Mapping = {
    columns: proposed.map(({ column, target }): ColumnMapping => ({ column, target, ...formats[column]?.format })),
    defaultCountry,
    countryColumn,
    timeZone: options.timeZone ?? "UTC",
    currency,
  };
  return { preset: preset?.name ?? null, mapping, columns: proposed };
}

function sampleOf(
  column: number,
  name: string,
  rows: readonly Pick<Row, "cells">[],
  width: number,
  country: string | null,
): ColumnSample {
  const looked = rows.slice(0, width > 200 ? 100 : sampleSize);
  const filled = looked.map(({ cells }) => (cells[column] ?? "").slice(0, 1_000)).filter((cell) => cell.trim() !== "");
  return { column, name, key: headerKey(name), filled, guess: guessContent(filled.slice(0, 200), country) };
}

/** Where only one column can be something, the surest stays, and the others become fields. */
function resolveClashes(candidates: readonly Candidate[], samples: readonly ColumnSample[]): Candidate[] {
  const holders = new Map<string, number>();
  for (const [index, { target, confidence }] of candidates.entries()) {
    if (!isSingle(target)) continue;
    const place = JSON.stringify(target);
    const holder = holders.get(place);
    if (holder === undefined || confidence > (candidates[holder]?.confidence ?? 0)) holders.set(place, index);
  }
  return candidates.map((candidate, index) => {
    if (!isSingle(candidate.target) || holders.get(JSON.stringify(candidate.target)) === index) return candidate;
    const sample = samples[index];
    return sample ? asField(sample) : candidate;
  });
}

/** China, where numbers are without a country and many of them look like its mobiles, which look like no others. */
function guessCountry(rows: readonly Pick<Row, "cells">[]): string | null {
  const looked = rows.slice(0, 200);
  const chinese = looked.filter(({ cells }) =>
    cells.some((cell) => /^'?1[3-9]\d(?:[\s-]?\d{4}){2}$/.test(cell.trim())),
  );
  return chinese.length > 0 && chinese.length >= looked.length / 2 ? "CN" : null;
}

function findCountryColumn(samples: readonly ColumnSample[], preset: Preset | null): number | null {
  const named = (preset?.countryColumns ?? []).map(headerKey);
  const ranked = [
    ...named.flatMap((key) => samples.filter((sample) => sample.key === key)),
    ...samples.filter(({ name }) => isCountryHeader(name)),
  ];
  const found = ranked.find(({ filled }) => {
    const countries = filled.filter((cell) => parseCountry(cell) !== null);
    return countries.length > 0 && countries.length >= filled.length / 2;
  });
  return found?.column ?? null;
}

const fallback: Candidate = { target: { to: "skip" }, confidence: 0, why: "content" };

function present(
  { column, name, filled }: ColumnSample,
  { target, confidence, why }: Candidate = fallback,
  doubt: ProposedColumn["doubt"] = null,
): ProposedColumn {
  const examples = [...new Set(filled)].slice(0, 5).map((cell) => cell.slice(0, 200));
  return { column, name, target, confidence, why, examples, filled: filled.length, doubt };
}
