import { type ComponentPropsWithoutRef, useState } from "react";
import { Button } from "../actions/button.tsx";
import { useAwake } from "../awake.ts";
import { controlClass } from "./control-class.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "./field-frame.tsx";

type NativeInput = Omit<
  ComponentPropsWithoutRef<"input">,
  "className" | "style" | "id" | "name" | "size" | "type" | "autoComplete" | "children"
>;
type PasswordFieldProps = FieldIdentity &
  FieldTexts &
  NativeInput & {
    /** Which of the two it is, for the password manager. */
    readonly autoComplete: "current-password" | "new-password";
    readonly showLabel: string;
    readonly hideLabel: string;
  };

/** A password, which may be looked at once scripts run. */
export function PasswordField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  showLabel,
  hideLabel,
  ...input
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const awake = useAwake();
  return (
    <FieldFrame
      fieldId={id ?? name}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
    >
      <div className="flex items-center gap-s2">
        <input
          spellCheck={false}
          autoCapitalize="none"
          {...input}
          {...fieldWiring({ id, name, description, error })}
          type={shown ? "text" : "password"}
          className={controlClass}
        />
        {awake && (
          <Button
            icon={shown ? "eye-closed" : "eye"}
            label={shown ? hideLabel : showLabel}
            onPress={() => setShown(!shown)}
          />
        )}
      </div>
    </FieldFrame>
  );
}
