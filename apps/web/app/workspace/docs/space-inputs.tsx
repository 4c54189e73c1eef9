import { m } from "@guildhall/i18n/messages";
import { TextAreaField, TextField } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";

interface Control {
  readonly name: string;
  readonly initialValue?: string | undefined;
  readonly errors?: string[] | undefined;
}

interface SpaceInputsProps {
  readonly fields: { readonly name: Control; readonly purpose: Control; readonly icon: Control };
  readonly errorsOf: (field: Control) => readonly string[] | undefined;
}

/** What a space is called, what stands there, and its sign. */
export function SpaceInputs({ fields, errorsOf }: SpaceInputsProps) {
  const { t } = useWords();
  return (
    <>
      <TextField
        name={fields.name.name}
        label={t(m.docs_space_name)}
        description={t(m.docs_space_name_hint)}
        required
        maxLength={120}
        autoComplete="off"
        defaultValue={fields.name.initialValue}
        error={errorsOf(fields.name)}
      />
      <TextAreaField
        name={fields.purpose.name}
        label={t(m.docs_space_purpose)}
        optionalLabel={t(m.shell_optional)}
        maxLength={400}
        defaultValue={fields.purpose.initialValue}
        error={errorsOf(fields.purpose)}
      />
      <TextField
        name={fields.icon.name}
        label={t(m.docs_space_icon)}
        optionalLabel={t(m.shell_optional)}
        description={t(m.docs_space_icon_hint)}
        maxLength={16}
        autoComplete="off"
        defaultValue={fields.icon.initialValue}
        error={errorsOf(fields.icon)}
      />
    </>
  );
}
