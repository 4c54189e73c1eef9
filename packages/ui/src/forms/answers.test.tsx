import { readRichText, richTextFromPlain } from "@guildhall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TagsField } from "../choice/tags-field.tsx";
import { plainMarkup } from "../plain-markup.ts";
import { RichTextField } from "../rich-text/rich-text-field.tsx";
import { readAnswers, readAs, readList } from "./answers.ts";
import { formSnapshot } from "./form-snapshot.ts";
import { MoneyField } from "./money-field.tsx";
import { NumberField } from "./number-field.tsx";

/** What a browser without scripts would post from this markup. */
function posted(html: string): FormData {
  const form = new FormData();
  for (const [, attributes = ""] of html.matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes)?.[1];
    if (name !== undefined) form.append(name, /value="([^"]*)"/.exec(attributes)?.[1] ?? "");
  }
  for (const [, name = "", text = ""] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    form.append(name, text);
  return form;
}
const answers = (html: string) => [...readAnswers(posted(html))];

test("without scripts, fields post what scripts would have posted", () => {
  expect(
    answers(
      plainMarkup(
        <MoneyField name="price" label="Price" currency="CNY" currencyName="currency" defaultValue={125_000} />,
      ),
    ),
  ).toEqual([
    ["price", "125000"],
    ["currency", "CNY"],
  ]);
  expect(answers(plainMarkup(<NumberField name="places" label="Places" defaultValue={1250} />))).toEqual([
    ["places", "1250"],
  ]);
  expect(answers(plainMarkup(<TagsField name="tags" label="Tags" defaultValue={["露营", "Shanghai"]} />))).toEqual([
    ["tags", "露营"],
    ["tags", "Shanghai"],
  ]);
  expect(answers(plainMarkup(<RichTextField name="text" label="Text" defaultValue="Bring socks" />))).toEqual([
    ["text", JSON.stringify(richTextFromPlain("Bring socks"))],
  ]);
});

test("what cannot be read stays as it was typed, and is shown again", () => {
  const html = plainMarkup(<MoneyField name="price" label="Price" currency="JPY" defaultValue="12.50" />);
  expect(html).toContain('value="12.50"');
  expect(answers(html)).toEqual([["price", "12.50"]]);
  expect(answers(plainMarkup(<NumberField name="share" label="Share" defaultValue="a third" />))).toEqual([
    ["share", "a third"],
  ]);
});

test("a figure too large to be an amount does not pass for minor units", () => {
  const form = new FormData();
  form.append("price", "99999999999999999");
  form.append(readAs("price"), "money EUR");
  expect(Number.isNaN(Number(readAnswers(form).get("price")))).toBe(true);
});

test("an empty field stays empty, and plain ones and files pass", () => {
  const form = new FormData();
  form.append("price", "");
  form.append(readAs("price"), "money EUR");
  form.append("name", "Lin, Qiao");
  form.append("picture", new File(["x"], "x.png"));
  expect(formSnapshot(readAnswers(form))).toBe('[["price",""],["name","Lin, Qiao"],["picture","x.png 1"]]');
});

test("a list is parted by any comma, each once", () => {
  expect(readList("露营，上海; leaders, 露营 、\n ")).toEqual(["露营", "上海", "leaders"]);
});

test("plain text is a tree that is read again, whatever it says", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const tree = richTextFromPlain(text);
      expect(readRichText(JSON.stringify(tree))).toBeDefined();
    }),
  );
});
