import type { LiveAnswers, LiveChoice, LiveQuestion } from "@guildhall/work/schemas";

// The server that answers is of this very build; what it says is checked no further, to keep the parsers out of pages.

/** Null for whoever is not let in any more. Throws where nobody answers. */
export async function askLiveParts(address: string, questions: readonly LiveQuestion[]): Promise<LiveAnswers | null> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ questions }),
  });
  if ([401, 403, 404].includes(answer.status)) return null;
  if (!answer.ok) throw new Error(`Live parts were answered with ${answer.status}.`);
  const said: { readonly done: LiveAnswers } = await answer.json();
  return said.done;
}

/** What a block of this kind can be of, by these letters. */
export async function findLiveChoices(
  address: string,
  kind: string,
  query: string,
  signal: AbortSignal,
): Promise<readonly LiveChoice[]> {
  const answer = await fetch(`${address}/${kind}?${new URLSearchParams({ q: query })}`, { signal });
  if (!answer.ok) throw new Error(`Choices were answered with ${answer.status}.`);
  const said: { readonly choices: readonly LiveChoice[] } = await answer.json();
  return said.choices;
}
