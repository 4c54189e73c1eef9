import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { controlClass } from "./control-class.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "./field-frame.tsx";

type NativeInput = Omit<ComponentPropsWithoutRef<"input">, "className" | "style" | "id" | "name" | "size" | "children">;
type TextFieldProps = FieldIdentity &
  FieldTexts &
  NativeInput & {
    /** Stands before what is written: an icon, "https://". */
    readonly before?: ReactNode;
    readonly after?: ReactNode;
  };

/** One line of text: a native input, so that it posts without script. Takes any attribute of an input. */
export function TextField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  before,
  after,
  ...input
}: TextFieldProps) {
  const control = (
    <input type="text" {...input} {...fieldWiring({ id, name, description, error })} className={controlClass} />
  );
  return (
    <FieldFrame
      fieldId={id ?? name}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
    >
      {before || after ? (
        <div className="flex items-center gap-s2">
          {before && <span className="text-ink-3">{before}</span>}
          {control}
          {after && <span className="text-ink-3">{after}</span>}
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  );
}
