import { useState } from "react";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "../forms/field-frame.tsx";
import { MomentControl, usePicks } from "./moment-control.tsx";

type DateFieldProps = FieldIdentity &
  FieldTexts & {
    /** 2026-11-28, as min and max are. */
    readonly defaultValue?: string | undefined;
    readonly min?: string | undefined;
    readonly max?: string | undefined;
    readonly required?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    readonly onChange?: ((value: string) => void) | undefined;
  };

/** A day, in nobody's zone: a birthday, the day of an invoice. Posts 2026-11-28. A phone's own picker under a finger and without script. */
export function DateField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  defaultValue = "",
  min,
  max,
  required = false,
  disabled = false,
  onChange,
}: DateFieldProps) {
  const picks = usePicks();
  const [value, setValue] = useState(defaultValue);
  const fieldId = id ?? name;
  const wiring = fieldWiring({ id, name, description, error });
  const change = (next: string) => {
    setValue(next);
    onChange?.(next);
  };
  return (
    <FieldFrame
      fieldId={fieldId}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
      caption={picks}
    >
      <MomentControl
        fine="day"
        fieldId={fieldId}
        name={name}
        label={label}
        wiring={wiring}
        picks={picks}
        value={value}
        min={min}
        max={max}
        required={required}
        disabled={disabled}
        onChange={change}
      />
    </FieldFrame>
  );
}
