import type { defineFieldInput, editFieldInput } from "@guildhall/people/schemas";
import type { useSchemaForm } from "../../../shell/use-schema-form.ts";

/** The form of a field that is being made, or of one that is there. */
export type ShapedForm =
  | ReturnType<typeof useSchemaForm<typeof defineFieldInput>>
  | ReturnType<typeof useSchemaForm<typeof editFieldInput>>;
