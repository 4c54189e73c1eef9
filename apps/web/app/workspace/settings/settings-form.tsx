import { FormFields, LeaveDialog, SubmitRow, useDirtyForm } from "@guildhall/ui";
import { Form, useBlocker, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { FormSummary } from "../../shell/form-summary.tsx";
import type { useSchemaForm } from "../../shell/use-schema-form.ts";

type SchemaForm = Pick<ReturnType<typeof useSchemaForm>, "summary" | "pending"> & {
  readonly form: { id: string; onSubmit: React.FormEventHandler<HTMLFormElement>; noValidate: boolean };
};

interface SettingsFormProps {
  readonly of: SchemaForm;
  /** What its button says. */
  readonly label: string;
  /** Whether it has just been saved. */
  readonly saved: boolean;
  readonly encType?: "multipart/form-data";
  readonly children: ReactNode;
}

/** A form of settings: says what is not saved yet and asks before that is left behind, and says when it is. */
export function SettingsForm({ of: { form, summary, pending }, label, saved, encType, children }: SettingsFormProps) {
  const { dirty, settle, look } = useDirtyForm(form.id);
  const { state: way } = useNavigation();
  const kept = saved && summary.formErrors.length === 0;
  // Sent and answered: kept, or with what was written still to be mended.
  useEffect(() => {
    if (way !== "idle") return;
    if (kept) settle();
    else look();
  }, [way, kept, settle, look]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  const state = dirty ? "unsaved" : kept ? "saved" : undefined;
  return (
    <>
      <FormSummary summary={summary} />
      <Form
        method="post"
        {...(encType && { encType })}
        id={form.id}
        onSubmit={form.onSubmit}
        noValidate={form.noValidate}
      >
        <FormFields>
          {children}
          <SubmitRow label={label} pending={pending} state={state} />
        </FormFields>
      </Form>
      <LeaveDialog
        open={blocker.state === "blocked"}
        onStay={() => blocker.reset?.()}
        onLeave={() => blocker.proceed?.()}
      />
    </>
  );
}
