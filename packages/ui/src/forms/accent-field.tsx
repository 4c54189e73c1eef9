import { m } from "@guildhall/i18n/messages";
import { useState } from "react";
import { accentFrom, accentStyle } from "../accent/accent.ts";
import { contrast, parseHex } from "../accent/color.ts";
import { useAwake } from "../awake.ts";
import { Stamp } from "../marks/stamp.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "./field-frame.tsx";

type AccentFieldProps = FieldIdentity &
  FieldTexts & {
    /** Whose stamp wears it. */
    readonly houseName: string;
    readonly defaultValue: string;
    /** Colours to begin from, as #rrggbb. */
    readonly swatches?: readonly { readonly value: string; readonly label: string }[] | undefined;
    readonly disabled?: boolean | undefined;
    readonly onChange?: ((hex: string) => void) | undefined;
  };

/** A hall's own colour, seen at once as stamp and button in both lights, with the contrast it will have. Posts #rrggbb. */
export function AccentField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  houseName,
  defaultValue,
  swatches = [],
  disabled = false,
  onChange,
}: AccentFieldProps) {
  const awake = useAwake();
  const [hex, setHex] = useState(defaultValue);
  const choose = (next: string) => {
    setHex(next);
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
      <div className="flex flex-wrap items-center gap-s2">
        <input
          {...fieldWiring({ id, name, description, error })}
          type="color"
          value={hex}
          disabled={disabled}
          onChange={(event) => choose(event.currentTarget.value)}
          className="colour-well h-control-m w-control-l flex-none cursor-pointer rounded-r2 border border-control bg-surface disabled:cursor-auto disabled:opacity-60"
        />
        {awake &&
          swatches.map(({ value, label: called }) => (
            <button
              key={value}
              type="button"
              disabled={disabled}
              aria-label={called}
              aria-pressed={value.toLowerCase() === hex.toLowerCase()}
              onClick={() => choose(value)}
              style={{ background: value }}
              className="edged size-control-s flex-none rounded-r1 aria-pressed:ring-ink"
            />
          ))}
        <span className="tabular ml-auto font-mono text-s text-ink-2">{hex.toLowerCase()}</span>
      </div>
      <AccentTrial hex={hex} houseName={houseName} />
    </FieldFrame>
  );
}

/** The colour at work in both lights. */
function AccentTrial({ hex, houseName }: { readonly hex: string; readonly houseName: string }) {
  const { t } = useKitWords();
  const accent = accentFrom(hex);
  if (!accent) return null;
  const moved = accent.light.fill.toLowerCase() !== hex.toLowerCase();
  return (
    <>
      <div className="grid gap-s2 sm:grid-cols-2">
        {(["light", "dark"] as const).map((theme) => (
          <div
            key={theme}
            data-theme={theme}
            style={accentStyle(hex)}
            className="flex items-center gap-s3 rounded-r2 border bg-paper p-s3 text-ink"
          >
            <Stamp name={houseName} size="l" turned />
            <span className="grid min-w-0 gap-s0 text-s">
              <span className="font-semibold text-accent-ink">{theme === "light" ? t(m.ui_light) : t(m.ui_dark)}</span>
              <span className="tabular text-xs text-ink-2">
                {t(m.ui_contrast, { ratio: ratio(accent[theme].fill, accent[theme].onFill) })}
              </span>
            </span>
          </div>
        ))}
      </div>
      {moved && <p className="text-s text-ink-2">{t(m.ui_accent_moved)}</p>}
    </>
  );
}

function ratio(one: string, other: string): string {
  const [a, b] = [parseHex(one), parseHex(other)];
  return a && b ? contrast(a, b).toFixed(1) : "–";
}
