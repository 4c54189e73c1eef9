import { useCallback, useEffect, useRef, useState } from "react";
import { readAnswers } from "./answers.ts";
import { formSnapshot } from "./form-snapshot.ts";

type DirtyForm = {
  /** Whether it would post something else than when it was last settled. Not while it is being sent. */
  readonly dirty: boolean;
  /** What stands there now is saved. */
  readonly settle: () => void;
  /** It was sent and came back: what stands there may still be unsaved. */
  readonly look: () => void;
};

/**
 * Watches a form, by its id, for edits that are not saved, and has the browser ask before the page is closed with them.
 * Moving on within the app is the router's to ask about: see LeaveDialog.
 */
export function useDirtyForm(formId: string): DirtyForm {
  const [dirty, setDirty] = useState(false);
  const settled = useRef<string>();

  const look = useCallback(() => {
    const now = snapshot(formId);
    if (now !== undefined && settled.current !== undefined) setDirty(now !== settled.current);
  }, [formId]);
  const settle = useCallback(() => {
    settled.current = snapshot(formId);
    setDirty(false);
  }, [formId]);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!form) return;
    settled.current ??= asOpened(formId);
    look(); // somebody may have written before scripts came
    const lookAfter = () => queueMicrotask(look);
    const send = () => setDirty(false);
    form.addEventListener("input", look);
    form.addEventListener("change", look);
    form.addEventListener("reset", lookAfter);
    form.addEventListener("submit", send);
    return () => {
      form.removeEventListener("input", look);
      form.removeEventListener("change", look);
      form.removeEventListener("reset", lookAfter);
      form.removeEventListener("submit", send);
    };
  }, [formId, look]);

  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [dirty]);

  return { dirty, settle, look };
}

function snapshot(formId: string): string | undefined {
  const form = formOf(formId);
  return form && formSnapshot(readAnswers(new FormData(form)));
}

/** What the form would post had nobody touched it. */
function asOpened(formId: string): string | undefined {
  const form = formOf(formId);
  if (!form) return undefined;
  const untouched = document.createElement("form");
  for (const element of form.elements)
    if (!(element instanceof HTMLFieldSetElement || element.matches(":disabled")))
      untouched.append(element.cloneNode(true));
  untouched.reset();
  return formSnapshot(readAnswers(new FormData(untouched)));
}

function formOf(formId: string): HTMLFormElement | undefined {
  const form = document.getElementById(formId);
  return form instanceof HTMLFormElement ? form : undefined;
}
