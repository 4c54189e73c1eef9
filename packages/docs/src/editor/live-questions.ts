import { type DocumentNode, textOf } from "./document-node.ts";

/** What a live block of a document asks for; which kinds there are, and what they show to whom, the suite says. */
export interface LiveRef {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a live block's attributes ask for: whoever writes in the room may have written anything. */
export function liveQuestionOf(attrs: DocumentNode["attrs"] = {}): LiveRef {
  return { kind: textOf(attrs.kind), params: plainParams(attrs.params) };
}

/** Every live block of a document, in order, wherever it stands. */
export function liveQuestionsIn({ type, attrs, content = [] }: DocumentNode): readonly LiveRef[] {
  return type === "liveBlock" ? [liveQuestionOf(attrs)] : content.flatMap(liveQuestionsIn);
}

/** Values that can be written as JSON. A room can hold others, such as whole numbers without an end. */
function plainParams(value: unknown): LiveRef["params"] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  try {
    JSON.stringify(value);
    return { ...value };
  } catch {
    return {};
  }
}
