import { m } from "@guildhall/i18n/messages";
import { SelectField, TextAreaField, TextField } from "@guildhall/ui";
import { ZonedTimeField } from "@guildhall/ui/dates";
import { reminders } from "@guildhall/work/schemas";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { type TaskFormState, textOf } from "./use-work-form.ts";
import { reminderWords } from "./work-words.ts";

interface TaskFieldsProps {
  readonly state: TaskFormState;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly dueZone?: string | null;
  /** What stands in it before anything is posted. */
  readonly given?: Given;
}

type Given = Readonly<Partial<Record<"title" | "dueAt" | "remindMinutes" | "assigneePersonId" | "detail", string>>>;

/** What is to be done, until when, and by whom. */
export function TaskFields({ state: { fields, errorsOf }, staff, dueZone = null, given = {} }: TaskFieldsProps) {
  const { t } = useWords();
  const hall = useHall();
  return (
    <>
      <TextField
        id={fields.title.id}
        name={fields.title.name}
        label={t(m.work_title)}
        autoComplete="off"
        maxLength={200}
        required
        defaultValue={fields.title.initialValue ?? given.title}
        error={errorsOf(fields.title)}
      />
      <div className="grid gap-s4 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <ZonedTimeField
            id={fields.dueAt.id}
            name={fields.dueAt.name}
            label={t(m.work_due)}
            optionalLabel={t(m.shell_optional)}
            zone={dueZone ?? hall.timeZone}
            defaultValue={fields.dueAt.initialValue ?? given.dueAt}
            error={errorsOf(fields.dueAt)}
          />
        </div>
        <SelectField
          id={fields.remindMinutes.id}
          name={fields.remindMinutes.name}
          label={t(m.work_remind)}
          defaultValue={textOf(fields.remindMinutes.initialValue) ?? given.remindMinutes ?? ""}
          options={[
            { value: "", label: t(m.work_remind_none) },
            ...reminders.map((minutes) => ({ value: String(minutes), label: t(reminderWords[minutes]) })),
          ]}
          error={errorsOf(fields.remindMinutes)}
        />
        <SelectField
          id={fields.assigneePersonId.id}
          name={fields.assigneePersonId.name}
          label={t(m.work_assignee)}
          defaultValue={fields.assigneePersonId.initialValue ?? given.assigneePersonId ?? ""}
          options={[
            { value: "", label: t(m.work_assignee_nobody) },
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={errorsOf(fields.assigneePersonId)}
        />
      </div>
      <TextAreaField
        id={fields.detail.id}
        name={fields.detail.name}
        label={t(m.work_detail)}
        optionalLabel={t(m.shell_optional)}
        maxLength={4_000}
        defaultValue={fields.detail.initialValue ?? given.detail}
        error={errorsOf(fields.detail)}
      />
    </>
  );
}
