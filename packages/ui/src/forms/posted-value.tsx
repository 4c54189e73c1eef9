import { useEffect, useRef } from "react";
import { type Reading, readAs } from "./answers.ts";

type PostedValueProps = { readonly name: string; readonly value: string; readonly disabled?: boolean | undefined };

/** What a field posts that shows something else; it tells its form of each change, as a control that is typed into does. */
export function PostedValue({ name, value, disabled = false }: PostedValueProps) {
  const field = useRef<HTMLInputElement>(null);
  const told = useRef(value);
  useEffect(() => {
    if (told.current === value) return;
    told.current = value;
    field.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [value]);
  return <input ref={field} type="hidden" name={name} value={value} disabled={disabled} />;
}

/** Says how a control is to be read where no script translates it: see `readAnswers`. */
export function ReadAs({ name, how }: { readonly name: string; readonly how: Reading }) {
  return <input type="hidden" name={readAs(name)} value={how} />;
}
