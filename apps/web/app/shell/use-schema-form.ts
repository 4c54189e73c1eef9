import { type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { useActionData, useNavigation } from "@remix-run/react";
import type { z } from "zod";
import { sayAnswer } from "./error-words.ts";
import { useWords } from "./words.ts";

interface Answer {
  readonly result?: SubmissionResult<string[]>;
}

interface SchemaFormOptions {
  readonly act?: string;
  /** What stands in it at first, where its fields do not say so themselves: the rows of a list. */
  readonly startsAs?: Readonly<Record<string, unknown>>;
  readonly beside?: OwnAnswer | undefined;
}

/** The answer of a form that a fetcher sends, one of several on its page. */
interface OwnAnswer {
  readonly id: string;
  readonly answer: Answer | undefined;
  readonly state: "idle" | "submitting" | "loading";
}

/**
 * A form of the command's own schema: checked here as it is on the server, with what was typed and what is wrong after
 * an answer. Without script it is a plain form, and the same answer fills it. Where a page has several forms, each posts
 * its own `act` and takes no other's answer.
 */
export function useSchemaForm<Schema extends z.ZodObject>(
  schema: Schema,
  { act, startsAs, beside }: SchemaFormOptions = {},
) {
  const { locale } = useWords();
  const pageAnswer = useActionData<Answer>();
  const navigation = useNavigation();
  const { answer, state } = beside ?? { answer: pageAnswer, state: navigation.state };
  const own = act === undefined || answer?.result?.initialValue?.["act"] === act;
  const start: object = startsAs ? { defaultValue: startsAs } : {}; // says nothing of the form's shape, which the schema does
  const id = beside?.id ?? (act && `${act.replaceAll(" ", "-")}-form`); // never the id of a field
  const [form, fields] = useForm({
    ...(id && { id }),
    ...start,
    lastResult: own && state === "idle" ? (answer?.result ?? null) : null,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldValidate: "onSubmit",
    shouldRevalidate: "onInput",
  });
  const say = (codes: readonly string[] | undefined) => codes?.map((code) => sayAnswer(locale, code)) ?? [];
  const fieldErrors = Object.entries(form.allErrors).flatMap(([name, codes]) =>
    name === "" ? [] : say(codes).map((message) => ({ fieldId: name, message })),
  );
  return {
    form,
    fields,
    pending: state === "submitting" && (act === undefined || navigation.formData?.get("act") === act),
    /** What is wrong with one field, in words. */
    errorsOf: (field: { errors?: string[] | undefined }) => say(field.errors),
    /** What is wrong with the whole, in words, and each field's trouble. */
    summary: { formErrors: say(form.errors), fieldErrors, attempt: JSON.stringify(form.allErrors) },
  };
}
