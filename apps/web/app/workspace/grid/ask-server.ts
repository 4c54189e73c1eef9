import type { Locale } from "@guildhall/core";
import { sayError } from "@guildhall/i18n/errors";
import type { GridPage, GridRow } from "@guildhall/ui/grid";
import { z } from "zod";

const record = z.object({ id: z.string(), name: z.string(), image: z.string().nullish() });
const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
  z.object({ amount: z.number(), currency: z.string() }),
  record,
]);
/** A row as the server sends it. */
export const gridRow: z.ZodType<GridRow> = record.extend({ href: z.string(), cells: z.record(z.string(), cell) });
const gridPage: z.ZodType<GridPage> = z.object({
  rows: z.array(gridRow),
  previous: z.string().nullable(),
  next: z.string().nullable(),
});

/** A page of rows from the server; fails where it cannot be had. */
export async function askRows(address: string, signal: AbortSignal): Promise<GridPage> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`rows: ${answer.status}`);
  return gridPage.parse(await answer.json());
}

const found = z.array(z.object({ id: z.string(), name: z.string(), hint: z.string().nullable() }));

/** Records whose names begin so. */
export async function askRecords(address: string, query: string, signal: AbortSignal) {
  const answer = await fetch(`${address}?${new URLSearchParams({ q: query })}`, { signal });
  if (!answer.ok) throw new Error(`find: ${answer.status}`);
  return found.parse(await answer.json());
}

const answered = z.union([
  z.object({ ok: z.literal(true), done: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
]);

/** What a command came to: what it returned, or in words why it was refused. */
export type Told<Done> = { readonly ok: true; readonly done: Done } | { readonly ok: false; readonly message: string };

/** Has a command run. What cannot be reached at all throws. */
export async function tell<Done>(
  address: string,
  input: unknown,
  done: z.ZodType<Done>,
  locale: Locale,
): Promise<Told<Done>> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  if (!response.ok && response.status !== 422) throw new Error(`${address}: ${response.status}`);
  const answer = answered.parse(await response.json());
  if (answer.ok) return { ok: true, done: done.parse(answer.done) };
  return { ok: false, message: sayError(locale, answer.code, answer.params) };
}
