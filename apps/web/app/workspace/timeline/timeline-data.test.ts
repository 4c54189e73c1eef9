import { newId } from "@guildhall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { continued, refreshed, type TimelinePart } from "./timeline-data.ts";

const size = 4;
const nothing = { names: {}, notes: {}, tasks: {}, messages: {}, changes: {} };

/** Lines newest first, `n` minutes after some moment; a page of them after a place. */
const linesOf = (minutes: readonly number[]): TimelinePart["rows"] =>
  [...new Set(minutes)]
    .sort((a, b) => b - a)
    .map((minute) => ({
      id: newId(minute),
      at: new Date(minute * 60_000),
      name: "people.person-updated",
      kind: "record" as const,
      subject: { type: "person" as const, id: newId(1) },
      actorPersonId: null,
      aboutId: null,
      payload: {},
    }));

function page(rows: TimelinePart["rows"], after: TimelinePart["rows"][number] | undefined): TimelinePart {
  const from = after ? rows.filter((row) => row.at < after.at) : rows;
  return { ...nothing, rows: from.slice(0, size), next: from.length > size ? "more" : null };
}

test("whoever reads on while things happen and go loses nothing, and sees nothing twice", () => {
  const minute = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(
      fc.array(minute, { minLength: 1, maxLength: 30 }),
      fc.array(fc.integer({ min: 61, max: 90 }), { maxLength: 8 }),
      fc.nat(6),
      (old, fresh, steps) => {
        const before = linesOf(old);
        let shown = page(before, undefined);
        for (let step = 0; step < steps && shown.next; step++)
          shown = continued(shown, page(before, shown.rows.at(-1)));
        const after = [...linesOf(fresh), ...before];
        shown = refreshed(shown, page(after, undefined));
        while (shown.next) shown = continued(shown, page(after, shown.rows.at(-1)));
        expect(shown.rows).toEqual(after);
      },
    ),
  );
});

test("what went meanwhile is gone where the page was loaded anew", () => {
  const rows = linesOf([1, 2, 3, 4, 5, 6, 7, 8]);
  const shown = continued(page(rows, undefined), page(rows, rows[size - 1]));
  const without = rows.filter((_, at) => at !== 1);
  expect(refreshed(shown, page(without, undefined)).rows).toEqual(without);
});
