import { m } from "@guildhall/i18n/messages";
import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { useAwake } from "../awake.ts";
import { TextField } from "../forms/text-field.tsx";
import { isComposing } from "../keys/is-writing.ts";
import { useKitWords } from "../words/use-kit-words.ts";

type ConfirmByNameProps = {
  /** What must be written, exactly: the thing's own name. */
  readonly named: string;
  /** "Close this hall for good" */
  readonly act: string;
  /** The name under which what was written is posted; the action compares it too. */
  readonly name?: string | undefined;
  readonly error?: string | readonly string[] | undefined;
  readonly pending?: boolean | undefined;
  /** Without it, it is the submit button of the form around it. */
  readonly onConfirm?: (() => void) | undefined;
};

/** For what cannot be undone: writing its name opens the act. In a form it works without script; the action compares. */
export function ConfirmByName({ named, act, name = "confirmation", error, pending, onConfirm }: ConfirmByNameProps) {
  const { t } = useKitWords();
  const awake = useAwake();
  const [written, setWritten] = useState("");
  const agrees = sameName(written, named);
  return (
    <div className="grid w-full gap-s3">
      <TextField
        name={name}
        label={t(m.ui_write_to_confirm, { name: named })}
        autoComplete="off"
        spellCheck={false}
        error={error}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !onConfirm || isComposing(event)) return;
          event.preventDefault();
          if (agrees) onConfirm();
        }}
      />
      <div>
        <Button
          look="danger"
          type={onConfirm ? "button" : "submit"}
          disabled={awake && !agrees}
          pending={pending}
          onPress={onConfirm}
        >
          {act}
        </Button>
      </div>
    </div>
  );
}

/** Whether somebody wrote that name: spaces around it and the width of its characters aside. */
export function sameName(written: string, named: string): boolean {
  const plain = (text: string) => text.normalize("NFKC").trim().replaceAll(/\s+/g, " ");
  return plain(named) !== "" && plain(written) === plain(named);
}
