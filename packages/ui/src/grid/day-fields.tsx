import { type DayOperand, type SpanOperand, type SpanUnit, spanUnits } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import { useEffect } from "react";
import { controlClass } from "../forms/control-class.ts";
import { PlainSelect } from "../forms/plain-select.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { thisUnits } from "./filter-words.ts";

type DayFieldsProps = {
  readonly label: string;
  readonly day: DayOperand | undefined;
  readonly onDay: (day: DayOperand | undefined) => void;
};
const dayKinds = ["date", "today", "ago", "ahead"] as const;
type DayKind = (typeof dayKinds)[number];

/** A day: as the calendar has it, or so far from today. */
export function DayFields({ label, day, onDay }: DayFieldsProps) {
  const { t } = useKitWords();
  const kind = kindOf(day);
  const count = typeof day === "object" ? ("ago" in day ? day.ago : "ahead" in day ? day.ahead : 30) : 30;
  const unit = typeof day === "object" && "unit" in day ? day.unit : "day";
  const counted = (number: number, of: SpanUnit) =>
    onDay(kind === "ahead" ? { ahead: number, unit: of } : { ago: number, unit: of });
  const words = { date: m.grid_day_date, today: m.grid_day_today, ago: m.grid_day_ago, ahead: m.grid_day_ahead };
  return (
    <span className="flex flex-wrap gap-s1">
      {kind === "date" && (
        <input
          type="date"
          aria-label={label}
          value={typeof day === "string" ? day : ""}
          onChange={(event) => onDay(event.currentTarget.value || undefined)}
          className={`${controlClass} tabular w-fit`}
        />
      )}
      {(kind === "ago" || kind === "ahead") && <Length count={count} unit={unit} onLength={counted} />}
      <span className="w-fit">
        <PlainSelect
          aria-label={t(m.grid_filter_day_kind)}
          value={kind}
          options={dayKinds.map((value) => ({ value, label: t(words[value]) }))}
          onChange={(event) => onDay(dayOf(event.currentTarget.value, count, unit))}
        />
      </span>
    </span>
  );
}

function kindOf(day: DayOperand | undefined): DayKind {
  if (day === undefined || typeof day === "string") return "date";
  if ("today" in day) return "today";
  return "ago" in day ? "ago" : "ahead";
}

function dayOf(kind: string, count: number, unit: SpanUnit): DayOperand | undefined {
  if (kind === "today") return { today: true };
  if (kind === "ago") return { ago: count, unit };
  return kind === "ahead" ? { ahead: count, unit } : undefined;
}

type SpanFieldsProps = {
  readonly span: SpanOperand | undefined;
  readonly onSpan: (span: SpanOperand) => void;
};
const spanKinds = ["last", "this", "next"] as const;

/** A stretch of days around today. The first that is offered is what people ask for most. */
export function SpanFields({ span, onSpan }: SpanFieldsProps) {
  const { t } = useKitWords();
  useEffect(() => {
    if (!span) onSpan({ last: 90, unit: "day" });
  }, [span, onSpan]);
  const kind = !span || "last" in span ? "last" : "this" in span ? "this" : "next";
  const count = span && "last" in span ? span.last : span && "next" in span ? span.next : 90;
  const unit = span ? ("this" in span ? span.this : span.unit) : "day";
  const counted = (number: number, of: SpanUnit) =>
    onSpan(kind === "next" ? { next: number, unit: of } : { last: number, unit: of });
  const words = { last: m.grid_span_last, this: m.grid_span_this, next: m.grid_span_next };
  return (
    <span className="flex flex-wrap gap-s1">
      <span className="w-fit">
        <PlainSelect
          aria-label={t(m.grid_filter_span_kind)}
          value={kind}
          options={spanKinds.map((value) => ({ value, label: t(words[value]) }))}
          onChange={(event) => onSpan(spanOf(event.currentTarget.value, count, unit))}
        />
      </span>
      {kind === "this" ? (
        <span className="w-fit">
          <PlainSelect
            aria-label={t(m.grid_filter_unit)}
            value={unit}
            options={spanUnits.map((value) => ({ value, label: t(thisUnits[value]) }))}
            onChange={(event) => onSpan({ this: unitOf(event.currentTarget.value) })}
          />
        </span>
      ) : (
        <Length count={count} unit={unit} onLength={counted} />
      )}
    </span>
  );
}

function spanOf(kind: string, count: number, unit: SpanUnit): SpanOperand {
  if (kind === "this") return { this: unit === "day" ? "month" : unit };
  return kind === "next" ? { next: count, unit } : { last: count, unit };
}

function unitOf(text: string): SpanUnit {
  return spanUnits.find((unit) => unit === text) ?? "day";
}

type LengthProps = {
  readonly count: number;
  readonly unit: SpanUnit;
  readonly onLength: (count: number, unit: SpanUnit) => void;
};

function Length({ count, unit, onLength }: LengthProps) {
  const { t } = useKitWords();
  const words = {
    day: m.grid_unit_day,
    week: m.grid_unit_week,
    month: m.grid_unit_month,
    quarter: m.grid_unit_quarter,
    year: m.grid_unit_year,
  };
  return (
    <>
      <input
        type="number"
        min={1}
        max={1000}
        aria-label={t(m.grid_filter_count)}
        defaultValue={count}
        onChange={(event) => {
          const number = event.currentTarget.valueAsNumber;
          if (Number.isInteger(number) && number >= 1 && number <= 1000) onLength(number, unit);
        }}
        className={`${controlClass} tabular w-s8`}
      />
      <span className="w-fit">
        <PlainSelect
          aria-label={t(m.grid_filter_unit)}
          value={unit}
          options={spanUnits.map((value) => ({ value, label: t(words[value]) }))}
          onChange={(event) => onLength(count, unitOf(event.currentTarget.value))}
        />
      </span>
    </>
  );
}
