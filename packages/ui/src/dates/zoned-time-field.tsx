import { useState } from "react";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "../forms/field-frame.tsx";
import { PlainSelect } from "../forms/plain-select.tsx";
import { MomentControl, usePicks } from "./moment-control.tsx";
import { zoneName } from "./zone-name.ts";
import { ZoneNote } from "./zone-note.tsx";

type ZonedTimeFieldProps = FieldIdentity &
  FieldTexts & {
    /** The clock on the wall there: 2026-11-28T14:00. */
    readonly defaultValue?: string | undefined;
    /** IANA: the event's own zone, or the hall's. */
    readonly zone: string;
    /** Others to choose from. */
    readonly zones?: readonly string[] | undefined;
    /** The name under which the zone is posted; `startsAt` has `startsAtZone` unless given. */
    readonly zoneField?: string | undefined;
    readonly min?: string | undefined;
    readonly required?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    readonly onChange?: ((value: string, zone: string) => void) | undefined;
  };

/** A time on the wall of a certain place. Posts the local time and, under its own name, the zone. Says what it is for somebody elsewhere, and when no clock there will ever show it. */
export function ZonedTimeField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  defaultValue = "",
  zone: firstZone,
  zones = [],
  zoneField = `${name}Zone`,
  min,
  required = false,
  disabled = false,
  onChange,
}: ZonedTimeFieldProps) {
  const picks = usePicks();
  const [value, setValue] = useState(defaultValue.slice(0, 16));
  const [zone, setZone] = useState(firstZone);
  const fieldId = id ?? name;
  const wiring = fieldWiring({ id, name, description, error });
  const change = (next: string) => {
    setValue(next);
    onChange?.(next, zone);
  };
  return (
    <FieldFrame
      fieldId={fieldId}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
      caption={picks}
    >
      <div className="flex flex-wrap items-center gap-s2 *:w-auto *:grow">
        <MomentControl
          fine="minute"
          fieldId={fieldId}
          name={name}
          label={label}
          wiring={wiring}
          picks={picks}
          value={value}
          min={min}
          required={required}
          disabled={disabled}
          onChange={change}
        />
        <Zone
          label={label}
          id={`${fieldId}-zone`}
          name={zoneField}
          zone={zone}
          zones={zones}
          disabled={disabled}
          onChange={(next) => {
            setZone(next);
            onChange?.(value, next);
          }}
        />
      </div>
      <ZoneNote value={value} zone={zone} />
    </FieldFrame>
  );
}

type ZoneProps = {
  readonly label: string;
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly zones: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (zone: string) => void;
};

function Zone({ label, id, name, zone, zones, disabled, onChange }: ZoneProps) {
  if (zones.length === 0)
    return (
      <span className="text-s text-ink-2">
        {zoneName(zone)}
        <input type="hidden" name={name} value={zone} disabled={disabled} />
      </span>
    );
  return (
    <PlainSelect
      id={id}
      name={name}
      aria-label={`${label}: ${zoneName(zone)}`}
      value={zone}
      disabled={disabled}
      options={[...new Set([zone, ...zones])].map((value) => ({ value, label: zoneName(value) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
