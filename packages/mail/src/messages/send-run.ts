import type { TaskRun } from "@guildhall/jobs";

/** The part of a job's run that sending needs. */
export interface SendRun extends Pick<TaskRun, "database" | "attempt"> {
  readonly logger: Pick<TaskRun["logger"], "info" | "error">;
}
