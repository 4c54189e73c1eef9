import { m } from "@guildhall/i18n/messages";
import { RadioField } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";

interface AfterwardsFieldProps {
  readonly name: string;
  readonly defaultValue?: string | undefined;
  readonly error: readonly string[];
}

/** What somebody is once they are off the staff. */
export function AfterwardsField({ name, defaultValue = "member", error }: AfterwardsFieldProps) {
  const { t } = useWords();
  return (
    <RadioField
      name={name}
      label={t(m.staff_afterwards)}
      defaultValue={defaultValue}
      error={error}
      options={[
        { value: "member", label: t(m.staff_afterwards_member), description: t(m.staff_afterwards_member_text) },
        { value: "nobody", label: t(m.staff_afterwards_nobody), description: t(m.staff_afterwards_nobody_text) },
      ]}
    />
  );
}
