import { plainFromRichText, type RichText, readRichText } from "@guildhall/core";
import { lazy, Suspense, useState } from "react";
import { useAwake } from "../awake.ts";
import { controlClass } from "../forms/control-class.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "../forms/field-frame.tsx";
import { PostedValue, ReadAs } from "../forms/posted-value.tsx";
import type { FindMentions } from "./mention-node.ts";

type RichTextFieldProps = FieldIdentity &
  FieldTexts & {
    /** The tree that was stored, its JSON, or plain text. */
    readonly defaultValue?: RichText | string | undefined;
    readonly placeholder?: string | undefined;
    readonly required?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    /** Finds whom an at sign may mean; without, nobody is offered. */
    readonly mentions?: FindMentions | undefined;
    readonly onChange?: ((json: string) => void) | undefined;
  };

/**
 * A few paragraphs with bold, italic, links and lists. Posts the tree as JSON. A text area until its editor is loaded,
 * and without script; `readAnswers` makes a tree of what was posted then.
 */
export function RichTextField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  defaultValue = "",
  placeholder,
  required = false,
  disabled = false,
  mentions,
  onChange,
}: RichTextFieldProps) {
  const awake = useAwake();
  const [tree, setTree] = useState(() => readRichText(defaultValue));
  const [plain, setPlain] = useState(() => (tree ? plainFromRichText(tree) : String(defaultValue)));
  const [json, setJson] = useState(() => (tree ? JSON.stringify(tree) : ""));
  const fieldId = id ?? name;
  const wiring = fieldWiring({ id, name, description, error });
  const area = (
    <textarea
      {...wiring}
      aria-label={awake ? label : undefined} // while its editor is on its way, nothing else names it
      rows={5}
      value={plain}
      placeholder={placeholder}
      required={required}
      disabled={disabled}
      onChange={(event) => {
        setPlain(event.currentTarget.value);
        setTree(undefined);
      }}
      className={`${controlClass} resize-y py-s2`}
    />
  );
  return (
    <FieldFrame
      fieldId={fieldId}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
      caption={awake}
    >
      {awake && !disabled ? (
        <Suspense fallback={<Waiting area={area} name={name} />}>
          <Editor
            id={fieldId}
            label={label}
            describedBy={wiring["aria-describedby"]}
            invalid={wiring["aria-invalid"] === true}
            required={required}
            placeholder={placeholder}
            start={tree ?? plain}
            mentions={mentions}
            onChange={(next) => {
              setJson(next);
              onChange?.(next);
            }}
          />
          <PostedValue name={name} value={json} />
        </Suspense>
      ) : (
        <Waiting area={area} name={name} />
      )}
    </FieldFrame>
  );
}

function Waiting({ area, name }: { readonly area: JSX.Element; readonly name: string }) {
  return (
    <>
      {area}
      <ReadAs name={name} how="rich-text" />
    </>
  );
}

const Editor = lazy(() => import("./rich-text-editor.tsx"));
