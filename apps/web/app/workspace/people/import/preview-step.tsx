import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { PreviewRow } from "@guildhall/people/schemas";
import { Section, Stack } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";
import { DeedForm } from "./deed-form.tsx";
import { PreviewRows } from "./preview-rows.tsx";
import { ProblemTallies } from "./problem-tallies.tsx";
import { RunFiguresLine } from "./run-figures.tsx";
import type { RunView } from "./run-view.ts";

/** Of each kind as many as one looks at. */
const shown = 10;

/** What an import would do: in figures, and row by row for the first of each kind. */
export function PreviewStep({ run }: { readonly run: RunView }) {
  const { t, locale } = useWords();
  const { preview, layout } = run;
  if (!preview || !layout) return null;
  const of = (...outcomes: readonly PreviewRow["outcome"][]) =>
    preview.rows.filter(({ outcome }) => outcomes.includes(outcome)).slice(0, shown);
  const parts = [
    [m.imports_rows_refused, of("refused"), preview.figures.refused],
    [m.imports_rows_updated, of("updated"), preview.figures.updated],
    [m.imports_rows_created, of("created"), preview.figures.created],
  ] as const;
  return (
    <Stack gap={5}>
      <Section title={t(m.imports_preview_title)} description={t(m.imports_preview_text)}>
        <Stack gap={4}>
          <RunFiguresLine figures={preview.figures} />
          <DeedForm
            deeds={[
              {
                act: "run",
                label: t(m.imports_run_go, { count: formatNumber(preview.figures.rows, locale) }),
                look: "primary",
              },
              { act: "cancel", label: t(m.imports_cancel_draft), look: "quiet" },
            ]}
          />
        </Stack>
      </Section>
      {preview.problems.length > 0 && (
        <Section title={t(m.imports_rows_flawed)} level={3}>
          <ProblemTallies problems={preview.problems} columns={layout.columns} />
        </Section>
      )}
      {parts.map(
        ([title, rows, all]) =>
          rows.length > 0 && (
            <Section
              key={t(title)}
              title={t(title)}
              level={3}
              description={rows.length < all && t(m.imports_first_of, { count: formatNumber(rows.length, locale) })}
            >
              <PreviewRows rows={rows} columns={layout.columns} />
            </Section>
          ),
      )}
    </Stack>
  );
}
