import { m } from "@guildhall/i18n/messages";
import { type CalendarDate, type CalendarDateTime, parseDate, parseDateTime } from "@internationalized/date";
import { useRef } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { DateInput, DateSegment } from "react-aria-components/DateField";
import { DatePicker as AriaDatePicker } from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { Group } from "react-aria-components/Group";
import { Heading } from "react-aria-components/Heading";
import { Popover } from "react-aria-components/Popover";
import { controlClass } from "../forms/control-class.ts";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type DatePickerProps = {
  readonly fine: "day" | "minute";
  readonly id: string;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** 2026-11-28, or 2026-11-28T14:00; "" for none. */
  readonly value: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
};

/** Typed part by part, or chosen from a month. Loaded when a page with such a field has woken. */
export default function DatePicker({
  fine,
  id,
  label,
  describedBy,
  invalid,
  value,
  min,
  max,
  required,
  disabled,
  onChange,
}: DatePickerProps) {
  const { t } = useKitWords();
  const group = useRef<HTMLDivElement>(null);
  const least = read(min ?? "", fine);
  const most = read(max ?? "", fine);
  return (
    <AriaDatePicker<CalendarDate | CalendarDateTime>
      aria-label={label}
      {...(describedBy && { "aria-describedby": describedBy })}
      granularity={fine}
      hideTimeZone
      value={read(value, fine) ?? null}
      {...(least && { minValue: least })}
      {...(most && { maxValue: most })}
      isInvalid={invalid}
      isRequired={required}
      isDisabled={disabled}
      onChange={(next) => onChange(next ? next.toString().slice(0, fine === "day" ? 10 : 16) : "")}
    >
      <Group
        ref={group}
        id={id}
        className={`${controlClass} flex items-center gap-s1 pr-s1 ${invalid ? "border-2 border-seal" : ""}`}
      >
        <DateInput className="tabular flex min-w-0 flex-1 flex-wrap items-center -ml-s1">
          {(segment) => (
            <DateSegment
              segment={segment}
              className="min-h-target not-data-[type=literal]:min-w-target whitespace-pre rounded-r1 text-center leading-[var(--target)] focus:bg-indigo-tint focus:text-ink data-placeholder:text-ink-3 data-[type=literal]:text-ink-3"
            />
          )}
        </DateInput>
        <Button
          aria-label={t(m.ui_calendar)}
          className="grid size-target flex-none place-items-center rounded-r1 text-ink-2 hover:bg-sunk hover:text-ink"
        >
          <Icon name="calendar" />
        </Button>
      </Group>
      <Popover
        // Within a modal dialog everything else is inert, the body too.
        {...within(group.current?.closest("dialog"))}
        offset={4}
        className="focus-holder rounded-r3 border bg-raised text-ink shadow-float data-entering:animate-unfold"
      >
        <Dialog aria-label={t(m.ui_calendar)} className="focus-holder p-s3">
          <Month />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  );
}

/** A month as a sheet of the wall calendar: the chosen day is stamped. */
function Month() {
  const { t } = useKitWords();
  return (
    <Calendar className="grid gap-s2">
      <header className="flex items-center justify-between gap-s2">
        <Button slot="previous" aria-label={t(m.ui_month_before)} className={TURN}>
          <Icon name="chevron-left" />
        </Button>
        <Heading className="font-title text-l font-semibold leading-title" />
        <Button slot="next" aria-label={t(m.ui_month_after)} className={TURN}>
          <Icon name="chevron-right" />
        </Button>
      </header>
      <CalendarGrid className="tabular border-separate border-spacing-0 text-center text-s" weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="h-control-s border-b text-xs font-normal text-ink-3">
              {day}
            </CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="grid size-control-m cursor-pointer place-items-center rounded-r1 data-hovered:bg-sunk data-outside-month:text-ink-3 data-disabled:cursor-default data-disabled:text-ink-3 data-unavailable:line-through data-selected:bg-accent data-selected:font-semibold data-selected:text-on-accent data-today:underline data-today:decoration-seal data-today:underline-offset-4"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

const TURN =
  "grid size-control-m place-items-center rounded-r2 text-ink-2 hover:bg-sunk hover:text-ink disabled:opacity-60";

function within(dialog: Element | null | undefined) {
  return dialog ? { UNSTABLE_portalContainer: dialog } : {};
}

function read(text: string, fine: "day" | "minute"): CalendarDate | CalendarDateTime | undefined {
  try {
    return fine === "day" ? parseDate(text.slice(0, 10)) : parseDateTime(text);
  } catch {
    return undefined;
  }
}
