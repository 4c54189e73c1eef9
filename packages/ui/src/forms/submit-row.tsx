import type { ReactNode } from "react";
import { Button } from "../actions/button.tsx";
import { FormActions } from "./form-fields.tsx";
import { SaveState, type SaveStateName } from "./save-state.tsx";

type SubmitRowProps = {
  /** What it does: "Add person". */
  readonly label: string;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly pending?: boolean | undefined;
  readonly state?: SaveStateName | undefined;
  readonly disabled?: boolean | undefined;
  /** The quieter acts after it. */
  readonly children?: ReactNode;
};

/** The last row of a form: its one act, what else there is, and whether it is saved. */
export function SubmitRow({ label, name, value, pending = false, state, disabled, children }: SubmitRowProps) {
  return (
    <FormActions>
      <Button type="submit" look="primary" name={name} value={value} pending={pending} disabled={disabled}>
        {label}
      </Button>
      {children}
      <SaveState state={pending ? "saving" : state} />
    </FormActions>
  );
}
