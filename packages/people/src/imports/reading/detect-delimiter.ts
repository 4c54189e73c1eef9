import { RecordSplitter } from "./split-records.ts";
import { type Delimiter, delimiters } from "./table.ts";

/** The delimiter that parts a text's records into equally many cells; a comma for text of one column. */
export function detectDelimiter(sample: string, whole: boolean): Delimiter {
  const said = /^sep=([,;\t|])\r?\n/i.exec(sample)?.[1];
  const named = delimiters.find((each) => each === said);
  if (named) return named;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    const score = evenness(sample, delimiter, whole);
    if (score > best.score + 0.001) best = { delimiter, score };
  }
  return best.delimiter;
}

/** How alike records are when they are parted this way, from 0 to 1 and a little more for many cells. */
function evenness(sample: string, delimiter: Delimiter, whole: boolean): number {
  const widths: number[] = [];
  let broken = 0;
  for (const record of new RecordSplitter(delimiter).split(sample, whole)) {
    if (record.cells) widths.push(record.cells.length);
    else broken += 1;
    if (widths.length + broken >= 200) break;
  }
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of counts)
    score = Math.max(score, count / (widths.length + broken) + Math.min(width, 100) / 1_000);
  return score;
}
