import { m } from "@guildhall/i18n/messages";
import {
  Button,
  FormActions,
  SegmentedField,
  Segments,
  Stack,
  toast,
  useAwake,
  WithoutScript,
  WithScript,
} from "@guildhall/ui";
import { type NoteKind, noteKinds } from "@guildhall/work/schemas";
import { useEffect, useState } from "react";
import { FormSummary } from "../../shell/form-summary.tsx";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { NoteFields } from "./note-fields.tsx";
import { TaskFields } from "./task-fields.tsx";
import type { RecordTimelineData } from "./timeline-data.ts";
import { useNoteForm, useTaskForm } from "./use-work-form.ts";
import { noteWords } from "./work-words.ts";

type Writes = NoteKind | "task";
const written: readonly Writes[] = [...noteKinds, "task"];

type ComposerProps = Pick<RecordTimelineData, "record" | "write" | "staff">;

/** Where something is written down above the timeline. Sent beside the page, or as a form of its own without script. */
export function Composer({ record, write, staff }: ComposerProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<Writes>(() => written.find((each) => each === write) ?? "note");
  // A form that was taken makes way for an empty one.
  const [sent, setSent] = useState(0);
  const done = () => {
    setSent((count) => count + 1);
    toast({ text: t(m.work_saved), tone: "done" });
  };
  return (
    <div className="grid gap-s4 rounded-r3 border bg-surface px-s4 py-s4">
      <KindChoice kind={kind} onChange={setKind} />
      {kind === "task" ? (
        <TaskComposer key={`task ${sent}`} record={record} staff={staff} onDone={done} />
      ) : (
        <NoteComposer key={`note ${sent}`} record={record} kind={kind} onDone={done} />
      )}
    </div>
  );
}

interface KindChoiceProps {
  readonly kind: Writes;
  readonly onChange: (kind: Writes) => void;
}

function KindChoice({ kind, onChange }: KindChoiceProps) {
  const { t } = useWords();
  const options = written.map((value) => ({ value, label: t(noteWords[value]) }));
  return (
    <>
      <WithScript>
        <SegmentedField
          name="composer-kind"
          label={t(m.work_kind)}
          options={options}
          defaultValue={kind}
          onChange={(value) => onChange(written.find((each) => each === value) ?? "note")}
        />
      </WithScript>
      <WithoutScript>
        <Segments
          label={t(m.work_kind)}
          segments={options.map(({ value, label }) => ({ href: `?write=${value}`, label, current: value === kind }))}
        />
      </WithoutScript>
    </>
  );
}

interface OneComposerProps {
  readonly record: ComposerProps["record"];
  readonly onDone: () => void;
}

function NoteComposer({ record, kind, onDone }: OneComposerProps & { readonly kind: NoteKind }) {
  const { t } = useWords();
  const hall = useHall();
  const state = useNoteForm(true);
  const { fetcher, form, summary } = state;
  useDone(fetcher.data, onDone);
  return (
    <fetcher.Form
      method="post"
      action={`/w/${hall.slug}/notes/new?on=${record.type}&id=${record.id}`}
      encType="multipart/form-data"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
    >
      <input type="hidden" name="kind" value={kind} />
      <Stay />
      <Stack gap={4}>
        <FormSummary summary={summary} />
        <NoteFields kind={kind} state={state} />
        <FormActions>
          <Button type="submit" look="primary" pending={fetcher.state !== "idle"}>
            {t(m.work_save)}
          </Button>
        </FormActions>
      </Stack>
    </fetcher.Form>
  );
}

function TaskComposer({ record, staff, onDone }: OneComposerProps & Pick<ComposerProps, "staff">) {
  const { t } = useWords();
  const hall = useHall();
  const state = useTaskForm(true);
  const { fetcher, form, summary } = state;
  useDone(fetcher.data, onDone);
  return (
    <fetcher.Form
      method="post"
      action={`/w/${hall.slug}/tasks/new?on=${record.type}&id=${record.id}`}
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
    >
      <Stay />
      <Stack gap={4}>
        <FormSummary summary={summary} />
        <TaskFields state={state} staff={staff} />
        <FormActions>
          <Button type="submit" look="primary" pending={fetcher.state !== "idle"}>
            {t(m.work_save_task)}
          </Button>
        </FormActions>
      </Stack>
    </fetcher.Form>
  );
}

/** Said by scripts alone: the answer need not lead anywhere. */
function Stay() {
  return useAwake() ? <input type="hidden" name="stay" value="1" /> : null;
}

function useDone(answer: { readonly done?: boolean } | undefined, onDone: () => void): void {
  const done = answer?.done === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (done) onDone();
  }, [done]);
}
