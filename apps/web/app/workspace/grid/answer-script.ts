import { invalid } from "@guildhall/core";
import { json } from "@remix-run/node";
import { z } from "zod";
import { troubleOf } from "./load-grid.ts";

/** What a script is answered: what came of it, or the code of what was wrong. */
export async function answerScript<Schema extends z.ZodType, Done>(
  request: Request,
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Done>,
) {
  try {
    const body = await readBody(request);
    const done = await run(schema.parse(body));
    return json({ ok: true as const, done });
  } catch (error) {
    if (error instanceof z.ZodError) return refuse({ code: error.issues[0]?.message ?? "core.invalid", params: {} });
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    return refuse(trouble);
  }
}

async function readBody(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw invalid("core.invalid");
  }
}

function refuse(trouble: { readonly code: string; readonly params: Readonly<Record<string, unknown>> }) {
  return json({ ok: false as const, ...trouble }, { status: 422 });
}
