import { DomUtils, parseDocument } from "htmlparser2";

/** A control of a form as a browser would send it. */
interface Control {
  readonly name: string;
  /** "textarea", "select", or the type of the input. */
  readonly kind: string;
  readonly value: string;
  readonly required: boolean;
  /** Whether it only shows something: what is sent for it does not count. */
  readonly fixed: boolean;
  /** What can be chosen. */
  readonly options: readonly string[];
}

export interface PageForm {
  /** Where it posts to, from the root. */
  readonly action: string;
  readonly controls: readonly Control[];
  /** Names and values of its buttons, one list for each way of sending it. */
  readonly buttons: readonly { readonly name: string; readonly value: string }[];
}

export type Page = ReturnType<typeof parseDocument>;
type Node = ReturnType<typeof DomUtils.getElementsByTagName>[number];

export function readPage(html: string): Page {
  return parseDocument(html);
}

/** Every form of a page that posts. */
export function formsOf(page: Page, path: string): PageForm[] {
  return DomUtils.getElementsByTagName("form", page, true)
    .filter((form) => form.attribs.method?.toLowerCase() === "post")
    .map((form) => ({
      action: actionOf(form, path),
      controls: [...named(form, "input"), ...named(form, "textarea"), ...named(form, "select")].map(controlOf),
      buttons: named(form, "button").map(({ attribs }) => ({ name: attribs.name ?? "", value: attribs.value ?? "" })),
    }));
}

/** The form in which something is said beside a field; where nothing is, all of the page. */
export function answeredForm(page: Page, name: string): Page | Node {
  const forms = DomUtils.getElementsByTagName("form", page, true);
  return forms.find((form) => errorBeside(form, name) !== "") ?? page;
}

/** What is said beside a field; empty where nothing is. */
export function errorBeside(page: Page | Node, name: string): string {
  const control = DomUtils.findOne(({ attribs }) => attribs.name === name, page.children, true);
  const described = control?.attribs["aria-describedby"]?.split(" ") ?? [];
  return described
    .filter((id) => id.endsWith("-error"))
    .map((id) => DomUtils.findOne(({ attribs }) => attribs.id === id, page.children, true))
    .map((note) => (note ? DomUtils.textContent(note).trim() : ""))
    .join(" ");
}

/** What a field holds now. */
export function enteredAt(page: Page | Node, name: string): string | undefined {
  const control = DomUtils.findOne(({ attribs }) => attribs.name === name, page.children, true);
  return control ? controlOf(control).value : undefined;
}

function named(form: Node, tag: string): Node[] {
  return DomUtils.getElementsByTagName(tag, form, true).filter(({ attribs }) => attribs.name);
}

function actionOf(form: Node, path: string): string {
  const { pathname, search } = new URL(form.attribs.action ?? path, new URL(path, "http://hall.invalid"));
  return pathname + search;
}

function controlOf(element: Node): Control {
  const { name = "", type = "text", required, readonly } = element.attribs;
  const kind = element.name === "input" ? type : element.name;
  const options = DomUtils.getElementsByTagName("option", element, true).map(({ attribs }) => attribs.value ?? "");
  const [isRequired, fixed] = [required !== undefined, readonly !== undefined];
  return { name, kind, value: enteredIn(element), required: isRequired, fixed, options };
}

function enteredIn(element: Node): string {
  if (element.name === "textarea") return decoded(DomUtils.textContent(element)).replace(/^\n/, "");
  if (element.name === "input") return element.attribs.value ?? "";
  const options = DomUtils.getElementsByTagName("option", element, true);
  const chosen = options.find(({ attribs }) => attribs.selected !== undefined) ?? options[0];
  return chosen?.attribs.value ?? "";
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** What a text area holds; the parser leaves its entities as they are. */
function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => entities[name] ?? whole);
}
