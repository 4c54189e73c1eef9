import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { plainMarkup } from "../plain-markup.ts";
import { CheckboxField } from "./checkbox-field.tsx";
import { FormError } from "./form-error.tsx";
import { PasswordField } from "./password-field.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

const password = {
  name: "password",
  label: "Password",
  autoComplete: "new-password",
} as const;

test("a field that is well says nothing of errors", () => {
  const html = plainMarkup(<TextField name="email" label="E-mail" defaultValue="lin@example.com" required />);
  expect(html).toContain('<label for="email"');
  expect(html).toMatch(/<input [^>]*id="email"/);
  expect(html).toMatch(/<input [^>]*name="email"/);
  expect(html).toMatch(/<input [^>]*required/);
  expect(html).toContain('value="lin@example.com"');
  expect(html).not.toMatch(/aria-(invalid|describedby)/);
});

test.each([
  ["text", <TextField key="f" id="form-a" name="a" label="A" description="How" error="Wrong" />],
  ["password", <PasswordField key="f" {...password} id="form-a" description="How" error={["Wrong"]} />],
  ["select", <SelectField key="f" id="form-a" name="a" label="A" options={[]} description="How" error="Wrong" />],
  ["checkbox", <CheckboxField key="f" id="form-a" name="a" label="A" description="How" error="Wrong" />],
])("a %s field that is wrong is tied to what helps and what is wrong", (_, field) => {
  const html = plainMarkup(field);
  expect(html).toMatch(/<(input|select) [^>]*aria-describedby="form-a-description form-a-error"/);
  expect(html).toMatch(/<(input|select) [^>]*aria-invalid="true"/);
  expect(html).toMatch(/id="form-a-description"[^>]*>How/);
  expect(html).toMatch(/id="form-a-error".*Wrong/);
  expect(html).toContain('for="form-a"');
});

test.each([[undefined], [""], [[]]])("no error is no error: %j", (error) => {
  expect(plainMarkup(<TextField name="a" label="A" error={error} />)).not.toMatch(/aria-invalid|-error/);
});

test("without scripts nobody is offered to show a password", () => {
  const html = renderToStaticMarkup(<PasswordField {...password} />);
  expect(html).toContain('type="password"');
  const [, button] = html.split('<span inert="" class="with-script">');
  expect(button).toContain("<button");
});

test("a select posts nothing until one is chosen", () => {
  const options = [
    { value: "cn", label: "China" },
    { value: "ie", label: "Ireland" },
  ];
  expect(plainMarkup(<SelectField name="country" label="Country" placeholder="Choose" options={options} />)).toContain(
    '<option value="">Choose</option><option value="cn">',
  );
  expect(plainMarkup(<SelectField name="country" label="Country" options={options} defaultValue="ie" />)).toContain(
    '<option value="ie" selected="">',
  );
});

test("the summary leads to each field", () => {
  const html = plainMarkup(<FormError title="Look again" errors={[{ fieldId: "email", message: "No such house" }]} />);
  expect(html).toMatch(/role="alert" tabindex="-1"/);
  expect(html).toMatch(/<a href="#email"[^>]*>No such house/);
});
