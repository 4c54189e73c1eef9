import { expect } from "vitest";
import { z } from "zod";
import type { TestHouse } from "./use-house.ts";

/** A browser that keeps the cookies it is given. */
export interface Walker {
  go(path: string, form?: Readonly<Record<string, string>>): Promise<Response>;
  /** What it would send as its Cookie header. */
  cookie(): string;
  readonly kept: Map<string, string>;
}

export function walker(house: TestHouse, cookie = ""): Walker {
  const kept = new Map(cookie.split("; ").flatMap((pair) => (pair ? [splitAtFirst(pair)] : [])));
  const said = () => [...kept].map(([name, value]) => `${name}=${value}`).join("; ");
  const go = async (path: string, form?: Readonly<Record<string, string>>) => {
    const answer = await house.ask(path, {
      cookie: said() || null,
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const given of answer.headers.getSetCookie()) {
      const [name, value] = splitAtFirst(given.split(";")[0] ?? "");
      if (value === "") kept.delete(name);
      else kept.set(name, value);
    }
    return answer;
  };
  return { go, kept, cookie: said };
}

const letterInput = z.object({ url: z.string().default("https://hall.invalid/"), code: z.string().default("") });

/** How many letters somebody was written so far, for `nextLetterTo`. */
export async function countLettersTo(house: TestHouse, recipient: string): Promise<number> {
  return (await lettersTo(house, recipient)).length;
}

/** The newest letter to somebody, once there are more than before: its link from the root, and its code. */
export async function nextLetterTo(house: TestHouse, recipient: string, before = 0) {
  await expect.poll(() => countLettersTo(house, recipient), { timeout: 10_000, interval: 20 }).toBeGreaterThan(before);
  const { url, code } = letterInput.parse((await lettersTo(house, recipient))[0]?.input);
  return { path: new URL(url).pathname, code };
}

async function lettersTo({ db }: TestHouse, recipient: string): Promise<{ input: unknown }[]> {
  return (await db.owner.query("select input from message where recipient = $1 order by id desc", [recipient])).rows;
}

function splitAtFirst(pair: string): [name: string, value: string] {
  const at = pair.indexOf("=");
  return [pair.slice(0, at), pair.slice(at + 1)];
}
