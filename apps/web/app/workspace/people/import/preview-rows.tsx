import { m } from "@guildhall/i18n/messages";
import type { Change, PreviewRow } from "@guildhall/people/schemas";
import { TextLink } from "@guildhall/ui";
import { useWords, type Words } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { systemName } from "./import-words.ts";
import { sayProblem, sayReason } from "./reason-words.ts";

interface PreviewRowsProps {
  readonly rows: readonly PreviewRow[];
  readonly columns: readonly string[];
}

/** Rows of the file, each with what it changes, old beside new. */
export function PreviewRows({ rows, columns }: PreviewRowsProps) {
  const words = useWords();
  const hall = useHall();
  const { t } = words;
  return (
    <ol className="grid border-t">
      {rows.map((row) => (
        <li key={row.number} className="grid gap-x-s4 gap-y-s1 border-b py-s3 md:grid-cols-[14rem_1fr]">
          <div className="min-w-0">
            <p className="truncate font-medium">
              {row.personId ? (
                <TextLink href={`/w/${hall.slug}/people/${row.personId}`}>{row.name}</TextLink>
              ) : (
                row.name
              )}
            </p>
            <p className="tabular text-xs text-ink-3">{t(m.imports_row_at, { row: row.number })}</p>
          </div>
          <div className="grid min-w-0 gap-s1 text-s">
            {row.code && <p className="text-seal">{sayReason(words, row.code, row.params ?? {})}</p>}
            {row.changes.length > 0 && (
              <dl className="flex min-w-0 flex-wrap gap-x-s4 gap-y-s1">
                {row.changes
                  .filter((change) => !isName(row, change))
                  .map((change) => (
                    <div
                      key={`${change.what} ${change.name} ${change.after}`}
                      className="flex min-w-0 max-w-full gap-s2"
                    >
                      <dt className="flex-none text-ink-3">{nameOf(words, change)}</dt>
                      <dd className="min-w-0 truncate">
                        {change.before !== null && <del className="mr-s1 text-ink-3">{change.before}</del>}
                        <ins className="no-underline">{change.after}</ins>
                      </dd>
                    </div>
                  ))}
              </dl>
            )}
            {row.problems.map((problem) => (
              <p key={`${problem.column} ${problem.code}`} className="text-ochre">
                {sayProblem(words, problem, columns)}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Somebody new stands there with their name already. */
function isName({ outcome, name }: PreviewRow, { what, after }: Change): boolean {
  return outcome === "created" && what === "full_name" && after === name;
}

const names = {
  full_name: m.imports_t_full_name,
  family_name: m.imports_t_family_name,
  given_name: m.imports_t_given_name,
  locale: m.imports_t_language,
  time_zone: m.imports_t_time_zone,
  stage: m.imports_t_stage,
  owner: m.imports_t_owner,
  email: m.imports_t_email,
  phone: m.imports_t_phone,
  tag: m.imports_t_tags,
  company: m.imports_t_company,
  job_title: m.imports_t_job_title,
} as const;

function nameOf(words: Words, { what, name }: Change): string {
  const { t } = words;
  if (what === "handle") return t(m.imports_t_handle, { system: systemName(words, name ?? "") });
  if (what === "external") return t(m.imports_t_external, { system: systemName(words, name ?? "") });
  return what in names ? t(names[what as keyof typeof names]) : (name ?? what);
}
