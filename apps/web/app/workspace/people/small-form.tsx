import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

interface SmallFormProps {
  readonly act: string;
  /** What is posted with it. */
  readonly values?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** One thing to do to what a page is about: a button or a control with what it posts. The page keeps its place. */
export function SmallForm({ act, values = {}, children }: SmallFormProps) {
  return (
    <Form method="post" preventScrollReset className="contents">
      <input type="hidden" name="act" value={act} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
