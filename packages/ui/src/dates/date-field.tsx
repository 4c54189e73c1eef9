import { lazy, Suspense, useState } from "react";
import { useAwake } from "../awake.ts";
import { controlClass } from "../forms/control-class.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "../forms/field-frame.tsx";
import { PostedValue } from "../forms/posted-value.tsx";
import { useFinePointer } from "./use-fine-pointer.ts";

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
  const picks = useFinePointer(useAwake());
  const [value, setValue] = useState(defaultValue);
  const fieldId = id ?? name;
  const wiring = fieldWiring({ id, name, description, error });
  const change = (next: string) => {
    setValue(next);
    onChange?.(next);
  };
  const native = (
    <input
      {...wiring}
      {...(picks && { "aria-label": label })}
      type="date"
      value={value}
      min={min}
      max={max}
      required={required}
      disabled={disabled}
      onChange={(event) => change(event.currentTarget.value)}
      className={`${controlClass} tabular`}
    />
  );
  return (
    <FieldFrame
      fieldId={fieldId}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
      caption={picks}
    >
      {picks ? (
        <Suspense fallback={native}>
          <Picker
            fine="day"
            id={fieldId}
            label={label}
            describedBy={wiring["aria-describedby"]}
            invalid={wiring["aria-invalid"] === true}
            value={value}
            min={min}
            max={max}
            required={required}
            disabled={disabled}
            onChange={change}
          />
          <PostedValue name={name} value={value} disabled={disabled} />
        </Suspense>
      ) : (
        native
      )}
    </FieldFrame>
  );
}

const Picker = lazy(() => import("./date-picker.tsx"));
