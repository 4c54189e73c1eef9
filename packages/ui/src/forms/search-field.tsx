import { m } from "@guildhall/i18n/messages";
import { type ComponentPropsWithoutRef, useRef } from "react";
import { Icon } from "../marks/icon.tsx";
import { Kbd } from "../marks/kbd.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { controlClass } from "./control-class.ts";
import type { FieldIdentity } from "./field-frame.tsx";

type NativeInput = Omit<
  ComponentPropsWithoutRef<"input">,
  "className" | "style" | "id" | "name" | "size" | "type" | "children" | "onChange"
>;
type SearchFieldProps = FieldIdentity &
  NativeInput & {
    /** Said, and shown while it is empty. */
    readonly label: string;
    /** The key that leads here. */
    readonly shortcut?: string | undefined;
    readonly onChange?: ((text: string) => void) | undefined;
  };

/** Finds within what is here; put it in a form with method "get", and the search is in the address. */
export function SearchField({ id, name, label, shortcut, onChange, ...input }: SearchFieldProps) {
  const { t } = useKitWords();
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    if (!field.current) return;
    field.current.value = "";
    field.current.focus();
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
    onChange?.("");
  };
  return (
    <div className="group relative grid min-w-0">
      <span className="pointer-events-none absolute inset-y-0 left-s3 flex items-center text-ink-3">
        <Icon name="search" />
      </span>
      <input
        placeholder={label}
        {...input}
        ref={field}
        id={id ?? name}
        name={name}
        type="search"
        aria-label={label}
        enterKeyHint="search"
        onChange={(event) => onChange?.(event.currentTarget.value)}
        className={`${controlClass} peer appearance-none pr-s7 pl-s6`}
      />
      {shortcut && (
        <span className="pointer-events-none absolute inset-y-0 right-s2 hidden items-center peer-placeholder-shown:flex">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
      <button
        type="button"
        aria-label={t(m.ui_clear)}
        onClick={clear}
        className="absolute inset-y-0 right-s1 my-auto grid size-target place-items-center rounded-r1 text-ink-3 peer-placeholder-shown:hidden hover:text-ink"
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
