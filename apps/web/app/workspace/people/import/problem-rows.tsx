import { m } from "@guildhall/i18n/messages";
import type { ProblemRow } from "@guildhall/people/schemas";
import { TextLink } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { sayProblem, sayReason } from "./reason-words.ts";

interface ProblemRowsProps {
  readonly rows: readonly ProblemRow[];
  readonly columns: readonly string[];
}

/** Rows with what was wrong in them. */
export function ProblemRows({ rows, columns }: ProblemRowsProps) {
  const words = useWords();
  const hall = useHall();
  return (
    <ol className="grid border-t">
      {rows.map(({ number, code, params, problems, cells, personId }) => (
        <li key={number} className="grid gap-x-s4 gap-y-s1 border-b py-s3 text-s md:grid-cols-[14rem_1fr]">
          <span className="tabular text-ink-3">
            {personId ? (
              <TextLink href={`/w/${hall.slug}/people/${personId}`}>
                {words.t(m.imports_row_at, { row: number })}
              </TextLink>
            ) : (
              words.t(m.imports_row_at, { row: number })
            )}
          </span>
          <div className="grid min-w-0 gap-s1">
            {code && <p className="text-seal">{sayReason(words, code, params)}</p>}
            {code === "imports.conflict" && <Both params={params} base={`/w/${hall.slug}/people`} />}
            {problems.map((problem) => (
              <p key={`${problem.column} ${problem.code}`} className="text-ochre">
                {sayProblem(words, problem, columns)}
              </p>
            ))}
            {cells.length > 0 && (
              <p className="truncate text-xs text-ink-3">
                {cells
                  .filter((cell) => cell !== "")
                  .join(" · ")
                  .slice(0, 300)}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The two to whom a row belongs, where the hall knows them: one looks at them and merges. */
function Both({ params, base }: { readonly params: ProblemRow["params"]; readonly base: string }) {
  const both = [
    [params.first, params.firstId],
    [params.second, params.secondId],
  ].filter(([name, id]) => name && id);
  if (both.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-s3">
      {both.map(([name, id]) => (
        <TextLink key={id} href={`${base}/${id}`}>
          {name}
        </TextLink>
      ))}
    </p>
  );
}
