import { lazy, Suspense } from "react";
import { useAwake } from "../awake.ts";
import { controlClass } from "../forms/control-class.ts";
import type { fieldWiring } from "../forms/field-frame.tsx";
import { PostedValue } from "../forms/posted-value.tsx";
import { useFinePointer } from "./use-fine-pointer.ts";

type MomentControlProps = {
  readonly fine: "day" | "minute";
  readonly fieldId: string;
  readonly name: string;
  readonly label: string;
  readonly wiring: ReturnType<typeof fieldWiring>;
  /** Whether the picker is shown, and not the browser's own: from `usePicks`. */
  readonly picks: boolean;
  readonly value: string;
  readonly min: string | undefined;
  readonly max?: string | undefined;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
};

/** Whether this device gets the kit's picker: once scripts run, and where there is a fine pointer. */
export function usePicks(): boolean {
  return useFinePointer(useAwake());
}

/** A day, or a time on the wall: the picker, or the browser's own under a finger and without script. */
export function MomentControl({
  fine,
  fieldId,
  name,
  label,
  wiring,
  picks,
  value,
  min,
  max,
  required,
  disabled,
  onChange,
}: MomentControlProps) {
  const native = (
    <input
      {...wiring}
      {...(picks && { "aria-label": label })}
      type={fine === "day" ? "date" : "datetime-local"}
      value={value}
      min={min}
      max={max}
      required={required}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={`${controlClass} tabular`}
    />
  );
  if (!picks) return native;
  return (
    <Suspense fallback={native}>
      <Picker
        fine={fine}
        id={fieldId}
        label={label}
        describedBy={wiring["aria-describedby"]}
        invalid={wiring["aria-invalid"] === true}
        value={value}
        min={min}
        max={max}
        required={required}
        disabled={disabled}
        onChange={onChange}
      />
      <PostedValue name={name} value={value} disabled={disabled} />
    </Suspense>
  );
}

const Picker = lazy(() => import("./date-picker.tsx"));
