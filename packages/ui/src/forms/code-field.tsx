import { type ComponentPropsWithoutRef, useRef } from "react";
import { codeDigits } from "./code-digits.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "./field-frame.tsx";

type NativeInput = Pick<ComponentPropsWithoutRef<"input">, "defaultValue" | "required" | "disabled" | "autoFocus">;
type CodeFieldProps = FieldIdentity &
  FieldTexts &
  NativeInput & {
    /** Called once, when the sixth digit is there: send the form. */
    readonly onComplete?: ((code: string) => void) | undefined;
  };

/** Six digits from a mail, a message or an app: six blanks, one input, so that phones offer the code and pasting works. */
export function CodeField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  onComplete,
  ...input
}: CodeFieldProps) {
  const told = useRef("");
  return (
    <FieldFrame
      fieldId={id ?? name}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
    >
      <input
        {...input}
        {...fieldWiring({ id, name, description, error })}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]*"
        spellCheck={false}
        onInput={(event) => {
          const field = event.currentTarget;
          const digits = codeDigits(field.value);
          if (field.value !== digits) field.value = digits;
          if (digits.length === LENGTH && digits !== told.current) onComplete?.(digits);
          told.current = digits;
        }}
        className="code-blanks"
      />
    </FieldFrame>
  );
}

const LENGTH = 6;
