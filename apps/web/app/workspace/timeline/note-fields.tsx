import { m } from "@guildhall/i18n/messages";
import { CheckboxGroup, FileField, SelectField, TextField } from "@guildhall/ui";
import { ZonedTimeField } from "@guildhall/ui/dates";
import { RichTextField } from "@guildhall/ui/rich-text";
import { callOutcomes, directions, largestFile, mostFiles, type Note, type NoteKind } from "@guildhall/work/schemas";
import { useMemo } from "react";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { findMentionsIn } from "./find-mentions.ts";
import { type NoteFormState, textOf } from "./use-work-form.ts";
import { outcomeWords } from "./work-words.ts";

interface NoteFieldsProps {
  readonly kind: NoteKind;
  readonly state: NoteFormState;
  readonly note?: Note;
  /** What stands in it before anything is posted. */
  readonly given?: Given;
}

type Given = Readonly<Partial<Record<"body" | "happenedAt" | "minutes" | "direction" | "outcome", string>>>;

/** What a note says, and what is asked of a call, mail or meeting. */
export function NoteFields({ kind, state: { fields, errorsOf }, note, given = {} }: NoteFieldsProps) {
  const { t } = useWords();
  const hall = useHall();
  const mentions = useMemo(() => findMentionsIn(hall.slug), [hall.slug]);
  const directionWords = { out: m.work_direction_out, in: m.work_direction_in } as const;
  return (
    <>
      <RichTextField
        id={fields.body.id}
        name={fields.body.name}
        label={t(m.work_words)}
        description={t(m.work_words_hint)}
        mentions={mentions}
        defaultValue={textOf(fields.body.initialValue) ?? given.body ?? ""}
        error={errorsOf(fields.body)}
      />
      {kind !== "note" && (
        <div className="grid gap-s4 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <ZonedTimeField
              id={fields.happenedAt.id}
              name={fields.happenedAt.name}
              label={t(m.work_when)}
              optionalLabel={t(m.shell_optional)}
              zone={hall.timeZone}
              defaultValue={fields.happenedAt.initialValue ?? given.happenedAt}
              error={errorsOf(fields.happenedAt)}
            />
          </div>
          {(kind === "call" || kind === "meeting") && (
            <TextField
              id={fields.minutes.id}
              name={fields.minutes.name}
              label={t(m.work_minutes)}
              optionalLabel={t(m.shell_optional)}
              inputMode="numeric"
              defaultValue={textOf(fields.minutes.initialValue) ?? given.minutes}
              error={errorsOf(fields.minutes)}
            />
          )}
          {(kind === "call" || kind === "mail") && (
            <SelectField
              id={fields.direction.id}
              name={fields.direction.name}
              label={t(m.work_direction)}
              defaultValue={fields.direction.initialValue ?? given.direction ?? ""}
              options={[
                { value: "", label: t(m.work_direction_open) },
                ...directions.map((value) => ({ value, label: t(directionWords[value]) })),
              ]}
              error={errorsOf(fields.direction)}
            />
          )}
          {kind === "call" && (
            <SelectField
              id={fields.outcome.id}
              name={fields.outcome.name}
              label={t(m.work_outcome)}
              defaultValue={fields.outcome.initialValue ?? given.outcome ?? ""}
              options={[
                { value: "", label: t(m.work_outcome_open) },
                ...callOutcomes.map((value) => ({ value, label: t(outcomeWords[value].said) })),
              ]}
              error={errorsOf(fields.outcome)}
            />
          )}
        </div>
      )}
      {note && note.files.length > 0 && (
        <CheckboxGroup
          name="keep"
          label={t(m.work_keep_files)}
          options={note.files.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={note.files.map(({ id }) => id)}
        />
      )}
      <FileField
        id={fields.files.id}
        name="files"
        label={t(m.work_files)}
        optionalLabel={t(m.shell_optional)}
        description={t(m.work_files_hint, { most: mostFiles, limit: largestFile / 1_048_576 })}
        multiple
        error={errorsOf(fields.files)}
      />
    </>
  );
}
