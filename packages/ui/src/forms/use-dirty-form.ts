import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { formSnapshot } from "./form-snapshot.ts";

type DirtyForm = {
  /** Whether it would post something else than when it was last settled. */
  readonly dirty: boolean;
  /** What stands there now is saved. */
  readonly settle: () => void;
};

/**
 * Watches a form for edits that are not saved, and has the browser ask before the page is closed with them. Moving on
 * within the app is the router's to ask about: see LeaveDialog.
 */
export function useDirtyForm(form: RefObject<HTMLFormElement | null>): DirtyForm {
  const [dirty, setDirty] = useState(false);
  const settled = useRef<string>();
  const settle = useCallback(() => {
    if (form.current) settled.current = formSnapshot(new FormData(form.current));
    setDirty(false);
  }, [form]);

  useEffect(() => {
    const watched = form.current;
    if (!watched) return;
    settled.current ??= formSnapshot(new FormData(watched));
    const look = () => setDirty(formSnapshot(new FormData(watched)) !== settled.current);
    const lookAfter = () => queueMicrotask(look);
    watched.addEventListener("input", look);
    watched.addEventListener("change", look);
    watched.addEventListener("reset", lookAfter);
    return () => {
      watched.removeEventListener("input", look);
      watched.removeEventListener("change", look);
      watched.removeEventListener("reset", lookAfter);
    };
  }, [form]);

  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [dirty]);

  return { dirty, settle };
}
