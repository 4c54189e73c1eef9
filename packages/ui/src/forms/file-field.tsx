import { m } from "@guildhall/i18n/messages";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { buttonClass } from "../actions/button-shape.ts";
import { useAwake } from "../awake.ts";
import { classNames } from "../class-names.ts";
import { Progress } from "../feedback/progress.tsx";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { ChosenFiles } from "./chosen-files.tsx";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "./field-frame.tsx";

type FileFieldProps = FieldIdentity &
  FieldTexts & {
    /** As the native attribute: "image/*,.pdf". */
    readonly accept?: string | undefined;
    readonly multiple?: boolean | undefined;
    readonly required?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    /** How far the sending has come, 0 to 1. */
    readonly progress?: number | undefined;
    readonly onChange?: ((files: readonly File[]) => void) | undefined;
  };

/** Files: chosen, dropped or pasted. The native input underneath holds them, and posts them. */
export function FileField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  accept,
  multiple = false,
  required = false,
  disabled = false,
  progress,
  onChange,
}: FileFieldProps) {
  const { t, locale } = useKitWords();
  const awake = useAwake();
  const field = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Chosen before the scripts woke.
    if (field.current?.files?.length) setFiles([...field.current.files]);
  }, []);
  const take = (offered: Iterable<File>) => {
    if (disabled || !field.current) return;
    const fitting = [...offered].filter((file) => fits(file, accept));
    if (fitting.length === 0) return;
    hold(multiple ? [...files, ...fitting] : fitting.slice(0, 1));
  };
  const hold = (next: readonly File[]) => {
    if (!field.current) return;
    const box = new DataTransfer();
    for (const file of next) box.items.add(file);
    field.current.files = box.files;
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
    setFiles(next);
    onChange?.(next);
  };
  return (
    <FieldFrame
      fieldId={id ?? name}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are short ways; the input within is the way for all */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
        onPaste={(event) => take(event.clipboardData.files)}
        className={classNames(
          "grid gap-s2 rounded-r2 border border-dashed px-s3 py-s3 transition-colors has-aria-invalid:border-seal",
          over ? "border-indigo bg-indigo-tint" : "border-control bg-surface",
        )}
      >
        <div className="flex flex-wrap items-center gap-x-s3 gap-y-s1">
          <FileDoor label={awake ? t(multiple ? m.ui_file_choose_many : m.ui_file_choose) : null} disabled={disabled}>
            <input
              {...fieldWiring({ id, name, description, error })}
              ref={field}
              type="file"
              accept={accept}
              multiple={multiple}
              required={required}
              disabled={disabled}
              onChange={(event) => {
                const chosen = [...(event.currentTarget.files ?? [])];
                setFiles(chosen);
                onChange?.(chosen);
              }}
              className={
                awake
                  ? "absolute inset-0 cursor-pointer opacity-0 disabled:cursor-auto"
                  : "min-w-0 max-w-full text-s text-ink-2 disabled:opacity-60 file:mr-s3 file:h-control-m file:cursor-pointer file:rounded-r2 file:border file:border-control file:bg-surface file:px-s3 file:font-medium file:text-ink hover:file:bg-sunk disabled:file:cursor-auto"
              }
            />
          </FileDoor>
          {awake && !disabled && (
            <span className="flex items-center gap-s1 text-s text-ink-2">
              <Icon name="upload" />
              {t(m.ui_file_drop)}
            </span>
          )}
        </div>
        {files.length > 0 && (
          <ChosenFiles files={files} locale={locale} onRemove={(gone) => hold(files.filter((file) => file !== gone))} />
        )}
        {progress !== undefined && (
          <Progress
            label={progress >= 1 ? t(m.ui_file_sent) : t(m.ui_file_sending)}
            value={Math.round(progress * 100)}
            max={100}
            figure={`${Math.round(progress * 100)}%`}
            done={progress >= 1}
          />
        )}
      </div>
    </FieldFrame>
  );
}

/** Whether a file is one that `accept` names; the server looks at its bytes all the same. */
/** What the native input is pressed through: the browser would label it in its own language, not the reader's. */
function FileDoor({
  label,
  disabled,
  children,
}: {
  readonly label: string | null;
  readonly disabled: boolean;
  readonly children: ReactNode;
}) {
  const look = classNames(
    buttonClass({}, false),
    "relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-indigo",
    disabled && "opacity-60",
  );
  // The same tree before the scripts wake and after: an input that was put anew would lose what was chosen in it.
  return (
    <span className={label === null ? "contents" : look}>
      {label !== null && <span aria-hidden="true">{label}</span>}
      {children}
    </span>
  );
}

function fits(file: File, accept: string | undefined): boolean {
  if (!accept) return true;
  return accept
    .split(",")
    .map((kind) => kind.trim().toLowerCase())
    .some((kind) => {
      if (kind.startsWith(".")) return file.name.toLowerCase().endsWith(kind);
      return kind.endsWith("/*") ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind;
    });
}
