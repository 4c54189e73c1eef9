import { beforeAll, beforeEach, expect, test } from "vitest";
import { enteredAt, errorBeside, formsOf, type Page, type PageForm, readPage } from "./forms-of.ts";
import { routeTable } from "./route-table.ts";
import { useHouse } from "./use-house.ts";

const house = useHouse();

// So that the page speaks the language that the browser asks for, and not the one that its visitor once chose.
const speakTheBrowsersLanguage = () => house.db.owner.query("update user_account set locale = null");
beforeEach(() => speakTheBrowsersLanguage());
// And so that there is an invitation to send again.
beforeAll(async () => {
  const body = new URLSearchParams({ addresses: "waits@example.com", role: "viewer" });
  await house.ask("/w/yuanshan/settings/staff/invite", {
    method: "POST",
    body,
    cookie: await house.signIn("lin@yuanshan.example"),
  });
});

/** Who may see and send everything there is in an area. */
const visitorOf = {
  workspace: "lin@yuanshan.example",
  account: "lin@yuanshan.example",
  console: "operator@guildhall.example",
};

/** What nobody should have to type, and everybody can. */
const nasty: Readonly<Record<string, string>> = {
  empty: "",
  blank: "   \u3000 ",
  huge: "长".repeat(40_000),
  "null byte": "a\u0000b",
  "bidi override": "safe\u202Egnp.exe",
  emoji: "👩‍👩‍👧‍👦🏔️",
  homoglyph: "аdmin@раypal.example", // Cyrillic letters among Latin ones
  "looks like SQL": "'; drop table person; --",
  "looks like markup": "<script>alert(1)</script>",
};
/** Never to be stored, so never to be taken. */
const refused = new Set(["huge", "null byte", "bidi override"]);

const texts = new Set(["text", "email", "tel", "search", "url", "textarea"]);

/** Forms whose sending ends the visit; what they take is the route matrix's business. */
const leavings = new Set(["/logout", "/language"]);
const leaving = { has: (action: string) => leavings.has(action.split("?")[0] ?? "") };

/** Pages that show their form only to whoever comes through a link or a step before. */
const behindDoors = new Set([
  "front/nowhere",
  "front/login-code",
  "front/login-link",
  "front/reset-link",
  "front/email-link",
  "front/signup/sent",
  "front/signup/accept",
  "portal/confirm",
  "portal/invited",
  "portal/claim",
  "front/join/join",
  "front/join/confirm",
  "workspace/settings/staff/leave",
  "front/second-step",
  "front/passkey",
  "front/reopen-account",
  "account/security/authenticator",
  "account/security/passkey",
  "account/data",
]);

const pages = Object.entries(routeTable).filter(
  ([, { methods, sample, machine }]) =>
    methods.includes("GET") && methods.includes("POST") && !sample.includes("{") && !machine,
);

async function visit({ sample: path, area, access = "anyone" }: (typeof routeTable)[string]) {
  const member = access === "anyone" ? undefined : "member@yuanshan.example";
  const email = Object.entries(visitorOf).find(([name]) => name === area)?.[1] ?? member;
  const cookie = email ? await house.signIn(email) : "";
  const open = async (locale: string) => {
    const answer = await house.ask(path, { cookie: `${cookie}; locale=${locale}` });
    return formsOf(readPage(await answer.text()), path);
  };
  const send = async (form: PageForm, values: URLSearchParams, locale: string) => {
    await speakTheBrowsersLanguage(); // whatever the form before this one chose
    const answer = await house.ask(form.action, {
      method: "POST",
      body: values,
      cookie: `${cookie}; locale=${locale}`,
    });
    return { status: answer.status, page: readPage(await answer.text()) };
  };
  return { open, send };
}

/** What the form would send, with something sensible in each field that is empty. */
function filled({ controls, buttons }: PageForm): URLSearchParams {
  const values = new URLSearchParams();
  for (const { name, kind, value, options } of controls) {
    if (kind === "radio" && !values.has(name)) values.set(name, value);
    if (kind === "checkbox" || kind === "radio" || kind === "file") continue;
    const fitting = sensible[name] ?? sensible[kind] ?? (() => "一二三 four five");
    values.append(name, value || options.find(Boolean) || fitting());
  }
  const [first] = buttons;
  if (first) values.set(first.name, first.value);
  return values;
}
let sent = 0;
/** By the field's name, or else by its kind. */
const sensible: Readonly<Record<string, () => string>> = {
  slug: () => `hall-${++sent}`,
  email: () => `somebody-${++sent}@example.com`,
  tel: () => `+86138${String(++sent).padStart(8, "0")}`,
  password: () => "a long enough password",
  url: () => "https://example.com/",
  number: () => "1",
};

const ofLanguage = { en: /[a-z]{3}/i, "zh-CN": /[\u4e00-\u9fff]{2}/ } as const;

/** Every text field of these forms with everything that is nasty in it, the others filled sensibly. */
function* nonsenseFor(forms: readonly PageForm[]) {
  for (const form of forms)
    for (const field of form.controls.filter(({ kind }) => texts.has(kind)))
      for (const [what, entered] of Object.entries(nasty)) {
        const values = filled(form);
        values.set(field.name, entered);
        yield { form, field, what, values };
      }
}

test.each(pages)("%s takes no nonsense, says so beside the field, and loses nothing", async (id, row) => {
  const { open, send } = await visit(row);
  for (const locale of ["en", "zh-CN"] as const) {
    const forms = (await open(locale)).filter(({ action }) => !leaving.has(action));
    if (!behindDoors.has(id)) expect(forms.length, `${id} shows no form`).toBeGreaterThan(0);
    for (const { form, field, what, values } of nonsenseFor(forms)) {
      const { status, page } = await send(form, values, locale);
      const where = `${id}, ${field.name}: ${what} (${locale})`;
      expect(status, where).toBeLessThan(500);
      if (refused.has(what) || (what === "empty" && field.required)) expect(status, where).toBe(422);
      if (status === 422) expectNothingLost({ page, form, field: field.name, values, said: ofLanguage[locale], where });
    }
  }
});

interface Refusal {
  readonly page: Page;
  readonly form: PageForm;
  readonly field: string;
  readonly values: URLSearchParams;
  readonly said: RegExp;
  readonly where: string;
}

function expectNothingLost({ page, form, field, values, said, where }: Refusal): void {
  expect(errorBeside(page, field), where).toMatch(said);
  for (const { name, kind } of form.controls)
    if (name !== field && texts.has(kind))
      expect(enteredAt(page, name), `${where} keeps ${name}`).toBe(values.get(name));
}

test.each(pages)("%s takes no field twice and no hidden value that was tampered with", async (id, row) => {
  const { open, send } = await visit(row);
  for (const form of (await open("en")).filter(({ action }) => !leaving.has(action)))
    for (const { name } of form.controls) {
      for (const bad of ["nonsense", "\u0000", "[object Object]", "999999999999999999999"]) {
        const values = filled(form);
        values.set(name, bad);
        expect((await send(form, values, "en")).status, `${id}, ${name} = ${bad}`).toBeLessThan(500);
      }
      const doubled = filled(form);
      doubled.append(name, doubled.get(name) ?? "");
      expect((await send(form, doubled, "en")).status, `${id}, ${name} twice`).toBeLessThan(500);
    }
});
