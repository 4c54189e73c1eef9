import { m } from "@guildhall/i18n/messages";
import type { RunState } from "@guildhall/people/schemas";
import { Steps } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";

export const stepNames = ["file", "columns", "matching", "preview", "wait", "end"] as const;
export type StepName = (typeof stepNames)[number];

/** The page of a state; while it is being made up, whichever is asked for. */
export function stepOf(state: RunState, wanted: StepName | undefined): StepName {
  const choosing = wanted === "file" || wanted === "columns" || wanted === "matching" ? wanted : null;
  switch (state) {
    case "draft":
      return choosing ?? "columns";
    case "previewed":
      return choosing ?? "preview";
    case "previewing":
    case "queued":
    case "running":
    case "paused":
    case "undoing":
      return "wait";
    default:
      return "end";
  }
}

interface RunStepsProps {
  readonly step: Exclude<StepName, "end">;
  readonly state: RunState;
  readonly base: string;
}

/** Where one is on the way from a file to people. */
export function RunSteps({ step, state, base }: RunStepsProps) {
  const { t } = useWords();
  const at = { file: 0, columns: 1, matching: 2, preview: 3, wait: state === "previewing" ? 3 : 4 }[step];
  const back = step !== "wait";
  const href = (name: StepName) => (back ? { href: `${base}?step=${name}` } : {});
  return (
    <Steps
      label={t(m.imports_steps)}
      at={at}
      steps={[
        { label: t(m.imports_step_file), ...href("file") },
        { label: t(m.imports_step_columns), ...href("columns") },
        { label: t(m.imports_step_matching), ...href("matching") },
        { label: t(m.imports_step_preview) },
        { label: t(m.imports_step_run) },
      ]}
    />
  );
}
