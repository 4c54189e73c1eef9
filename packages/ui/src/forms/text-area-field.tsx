import { m } from "@guildhall/i18n/messages";
import { type ComponentPropsWithoutRef, useState } from "react";
import { useKitWords } from "../words/use-kit-words.ts";
import { controlClass } from "./control-class.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "./field-frame.tsx";

type NativeTextArea = Omit<ComponentPropsWithoutRef<"textarea">, "className" | "style" | "id" | "name" | "children">;
type TextAreaFieldProps = FieldIdentity & FieldTexts & NativeTextArea;

/** Several lines of text, growing as they are written. Near its `maxLength` it tells how much room is left. */
export function TextAreaField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  rows = 3,
  onChange,
  ...area
}: TextAreaFieldProps) {
  const [written, setWritten] = useState(String(area.defaultValue ?? area.value ?? "").length);
  return (
    <FieldFrame
      fieldId={id ?? name}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
    >
      <textarea
        {...area}
        {...fieldWiring({ id, name, description, error })}
        rows={rows}
        onChange={(event) => {
          setWritten(event.currentTarget.value.length);
          onChange?.(event);
        }}
        className={`${controlClass} field-sizing-content max-h-pane resize-y py-s2`}
      />
      {area.maxLength !== undefined && written > area.maxLength * NEAR && <RoomLeft left={area.maxLength - written} />}
    </FieldFrame>
  );
}

function RoomLeft({ left }: { readonly left: number }) {
  const { t } = useKitWords();
  return (
    <p role="status" className="tabular justify-self-end text-xs text-ink-2">
      {t(m.ui_characters_left, { count: Math.max(0, left) })}
    </p>
  );
}

const NEAR = 0.8;
