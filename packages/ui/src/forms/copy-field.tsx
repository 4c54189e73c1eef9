import { m } from "@guildhall/i18n/messages";
import { useEffect, useId, useState } from "react";
import { Button } from "../actions/button.tsx";
import { WithScript } from "../scripts.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { controlClass } from "./control-class.ts";

type CopyFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  /** A code or an address, where every sign counts. */
  readonly exact?: boolean | undefined;
};

/** Something to take along: an address, a code, a secret. Without script it can be selected. */
export function CopyField({ label, value, description, exact = false }: CopyFieldProps) {
  const { t } = useKitWords();
  const id = useId();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 3_000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className="grid min-w-0 gap-s1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex items-center gap-s2">
        <input
          id={id}
          readOnly
          value={value}
          {...(description && { "aria-describedby": `${id}-description` })}
          onFocus={(event) => event.currentTarget.select()}
          className={`${controlClass} ${exact ? "font-mono" : ""}`}
        />
        <WithScript>
          <Button
            icon={copied ? "check" : "copy"}
            onPress={() => {
              navigator.clipboard.writeText(value).then(
                () => setCopied(true),
                () => document.getElementById(id)?.focus(),
              );
            }}
          >
            {copied ? t(m.ui_copied) : t(m.ui_copy)}
          </Button>
        </WithScript>
        <span role="status" className="sr-only">
          {copied && t(m.ui_copied)}
        </span>
      </div>
      {description && (
        <p id={`${id}-description`} className="text-s text-ink-2">
          {description}
        </p>
      )}
    </div>
  );
}
