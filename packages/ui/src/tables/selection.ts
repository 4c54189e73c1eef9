/** The ids that are chosen after a press on one: alone, or with Shift all from the last pressed to it. */
export function chooseRange(
  order: readonly string[],
  chosen: ReadonlySet<string>,
  { id, on, from }: { readonly id: string; readonly on: boolean; readonly from: string | undefined },
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const each of from === undefined ? [id] : between(order, from, id)) {
    if (on) next.add(each);
    else next.delete(each);
  }
  return next;
}

function between(order: readonly string[], one: string, other: string): readonly string[] {
  const [a, b] = [order.indexOf(one), order.indexOf(other)];
  if (a < 0 || b < 0) return [other];
  return order.slice(Math.min(a, b), Math.max(a, b) + 1);
}
