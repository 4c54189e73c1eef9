import { m } from "@guildhall/i18n/messages";
import { type ComponentPropsWithoutRef, useState } from "react";
import { Button } from "../actions/button.tsx";
import { WithScript } from "../scripts.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
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
  };

/** A password, which may be looked at once scripts run. */
export function PasswordField({ id, name, label, optionalLabel, description, error, ...input }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const { t } = useKitWords();
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
        <WithScript>
          <Button
            icon={shown ? "eye-closed" : "eye"}
            label={shown ? t(m.ui_hide) : t(m.ui_show)}
            onPress={() => setShown(!shown)}
          />
        </WithScript>
      </div>
    </FieldFrame>
  );
}
