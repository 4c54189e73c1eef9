import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { useId } from "react";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { noteForm, taskForm } from "./work-forms.ts";

interface Answer {
  readonly result?: SubmissionResult<string[]>;
  readonly done?: boolean;
}

/** The form of a note as a page's own, or sent beside it by a fetcher. */
export function useNoteForm(beside: boolean) {
  const { fetcher, own } = useOwnAnswer(beside);
  return { fetcher, ...useSchemaForm(noteForm, { beside: own }) };
}

export function useTaskForm(beside: boolean) {
  const { fetcher, own } = useOwnAnswer(beside);
  return { fetcher, ...useSchemaForm(taskForm, { beside: own }) };
}

export type NoteFormState = Pick<ReturnType<typeof useNoteForm>, "fields" | "errorsOf">;
export type TaskFormState = Pick<ReturnType<typeof useTaskForm>, "fields" | "errorsOf">;

function useOwnAnswer(beside: boolean) {
  const id = useId();
  const fetcher = useFetcher<Answer>();
  return { fetcher, own: beside ? { id, answer: fetcher.data, state: fetcher.state } : undefined };
}

/** What was posted, as its field shows it again. */
export function textOf(posted: unknown): string | undefined {
  return typeof posted === "string" ? posted : undefined;
}
