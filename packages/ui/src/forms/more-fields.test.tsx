import { expect, test } from "vitest";
import { ComboboxField } from "../choice/combobox-field.tsx";
import { TagsField } from "../choice/tags-field.tsx";
import { DateField } from "../dates/date-field.tsx";
import { ZonedTimeField } from "../dates/zoned-time-field.tsx";
import { sameName } from "../overlays/confirm-by-name.tsx";
import { plainMarkup } from "../plain-markup.ts";
import { RichTextField } from "../rich-text/rich-text-field.tsx";
import { AccentField } from "./accent-field.tsx";
import { CheckboxGroup } from "./checkbox-group.tsx";
import { codeDigits } from "./code-digits.ts";
import { CodeField } from "./code-field.tsx";
import { FileField } from "./file-field.tsx";
import { MoneyField } from "./money-field.tsx";
import { NumberField } from "./number-field.tsx";
import { RadioField } from "./radio-field.tsx";
import { SegmentedField } from "./segmented-field.tsx";
import { SwitchField } from "./switch-field.tsx";
import { TextAreaField } from "./text-area-field.tsx";

const wrong = { id: "form-a", name: "a", label: "A", description: "How", error: "Wrong" };
const options = [
  { value: "x", label: "X" },
  { value: "y", label: "Y" },
];

test.each([
  ["text area", <TextAreaField key="f" {...wrong} />],
  ["switch", <SwitchField key="f" {...wrong} />],
  ["code", <CodeField key="f" {...wrong} />],
  ["number", <NumberField key="f" {...wrong} />],
  ["money", <MoneyField key="f" {...wrong} currency="EUR" />],
  ["file", <FileField key="f" {...wrong} />],
  ["accent", <AccentField key="f" {...wrong} houseName="青禾" defaultValue="#1b6f54" />],
  ["combobox", <ComboboxField key="f" {...wrong} options={options} />],
  ["tags", <TagsField key="f" {...wrong} />],
  ["date", <DateField key="f" {...wrong} />],
  ["zoned time", <ZonedTimeField key="f" {...wrong} zone="Asia/Shanghai" />],
  ["rich text", <RichTextField key="f" {...wrong} />],
])("a %s field is a native control, tied to what helps and what is wrong", (_, field) => {
  const html = plainMarkup(field);
  expect(html).toMatch(/<(input|select|textarea) [^>]*aria-describedby="form-a-description form-a-error"/);
  expect(html).toMatch(/<(input|select|textarea) [^>]*aria-invalid="true"/);
  expect(html).toMatch(/<(input|select|textarea) [^>]*name="a"/);
  expect(html).toContain('for="form-a"');
  expect(html).toMatch(/id="form-a-error".*Wrong/);
});

test.each([
  ["radio", <RadioField key="f" {...wrong} options={options} defaultValue="y" required />],
  ["segmented", <SegmentedField key="f" {...wrong} options={options} defaultValue="y" />],
  ["checkbox", <CheckboxGroup key="f" {...wrong} options={options} defaultValue={["y"]} />],
])("a %s group is one question: a legend, notes for all, its summary leads to the first", (_, field) => {
  const html = plainMarkup(field);
  expect(html).toMatch(/<fieldset [^>]*aria-describedby="form-a-description form-a-error"/);
  expect(html).toMatch(/<legend>A<\/legend>/);
  expect(html).toMatch(/<input [^>]*id="form-a"[^>]*value="x"|<input [^>]*value="x"[^>]*id="form-a"/);
  expect(html.match(/ checked=""/g)).toHaveLength(1);
});

test("a choice of many is a select without scripts, and a time posts its zone", () => {
  expect(plainMarkup(<ComboboxField name="who" label="Who" options={options} defaultValue="y" />)).toContain(
    '<option value="y" selected="">Y',
  );
  const html = plainMarkup(
    <ZonedTimeField name="startsAt" label="Starts" defaultValue="2026-11-28T14:00" zone="Asia/Shanghai" />,
  );
  expect(html).toMatch(
    /type="datetime-local"[^>]*value="2026-11-28T14:00"|value="2026-11-28T14:00"[^>]*type="datetime-local"/,
  );
  expect(html).toContain('name="startsAtZone" value="Asia/Shanghai"');
});

test.each([
  ["493 017", "493017"],
  ["Code: 493-017.", "493017"],
  ["４９３０１７", "493017"],
  ["12345678", "123456"],
  ["none", ""],
])("of %j the code is %j", (pasted, code) => {
  expect(codeDigits(pasted)).toBe(code);
});

test("a name is confirmed as it is written, spaces and widths aside", () => {
  expect(sameName(" Yuanshan  Outdoor ", "Yuanshan Outdoor")).toBe(true);
  expect(sameName("Ｙuanshan", "Yuanshan")).toBe(true);
  expect(sameName("yuanshan", "Yuanshan")).toBe(false);
  expect(sameName("", "")).toBe(false);
});
