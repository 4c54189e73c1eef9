import { m } from "@guildhall/i18n/messages";
import { type PersonRecord, stages } from "@guildhall/people/schemas";
import { Button, SelectField, WithoutScript } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { SmallForm } from "./small-form.tsx";
import { stageWords } from "./stage-words.ts";

interface PersonStandingProps {
  readonly person: PersonRecord;
  readonly staff: readonly { readonly id: string; readonly fullName: string }[];
}

/** How far they have come and who looks after them, changed in place. */
export function PersonStanding({ person, staff }: PersonStandingProps) {
  const { t } = useWords();
  const owners = staff.some(({ id }) => id === person.owner?.id) || !person.owner ? staff : [person.owner, ...staff];
  return (
    <div className="flex flex-wrap items-end gap-s4">
      <Choice
        act="stage"
        name="stage"
        label={t(m.record_stage)}
        value={person.stage ?? ""}
        options={[
          { value: "", label: t(m.record_stage_none) },
          ...stages.map((stage) => ({ value: stage, label: t(stageWords[stage]) })),
        ]}
      />
      <Choice
        act="owner"
        name="ownerPersonId"
        label={t(m.record_owner)}
        value={person.owner?.id ?? ""}
        options={[
          { value: "", label: t(m.record_owner_none) },
          ...owners.map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly act: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ act, name, label, value, options }: ChoiceProps) {
  const { t } = useWords();
  return (
    <SmallForm act={act}>
      <div className="flex items-end gap-s2">
        <SelectField
          key={value}
          name={name}
          label={label}
          options={options}
          defaultValue={value}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        />
        <WithoutScript>
          <Button type="submit">{t(m.record_set)}</Button>
        </WithoutScript>
      </div>
    </SmallForm>
  );
}
