import { documentField, documentKind } from "@guildhall/docs/schemas";
import { openShelf } from "./docs/open-shelf.ts";
import { type Typed, typeInBrowser } from "./docs/type-in-browser.ts";
import type { Write } from "./docs/writers.ts";
import { type Figure, goalAtMost } from "./figure.ts";
import { percentile } from "./percentile.ts";
import { step } from "./progress.ts";
import type { Outcome } from "./report.ts";
import { openCluster } from "./temporary-cluster.ts";
import { openChildren } from "./web/child.ts";
import type { Serve } from "./web/serve.ts";
import { signIn } from "./web/sign-in.ts";

const letters = 200;
const others = 10;

/** A document of fifty pages in a browser, alone and with ten who write in it, beside one of one page. */
export async function docs(): Promise<Outcome> {
  const cluster = await step("Starting PostgreSQL", openCluster);
  const children = openChildren();
  try {
    const place = await cluster.open("docs");
    const shelf = await step("Documents", () => openShelf(place));
    const [short, long] = [await shelf.put(1), await shelf.put(50)];
    await shelf.close();
    const address = await children
      .start<Serve, string>(new URL("web/serve.ts", import.meta.url))
      .ask({ place, memory: null });
    const cookie = await signIn(address, shelf.credentials);
    const write = (id: string, writers: number) =>
      typeInBrowser({
        address,
        cookie,
        path: `/w/${shelf.slug}/docs/${id}`,
        letters,
        ready: async () => {
          if (writers === 0) return;
          const crowd = children.start<Write, string>(new URL("docs/writers.ts", import.meta.url));
          const room = `${shelf.slug}.${documentKind}.${id}`;
          await crowd.ask({ url: address, cookie, room, writers, field: documentField });
        },
      });
    const onePage = await step("One page, alone", () => write(short, 0));
    const alone = await step("Fifty pages, alone", () => write(long, 0));
    const crowded = await step(`Fifty pages, ${others} others writing`, () => write(long, others));
    return outcomeOf({ onePage, alone, crowded });
  } finally {
    await children.stop();
    await cluster.close();
  }
}

function outcomeOf({ onePage, alone, crowded }: Record<"onePage" | "alone" | "crowded", Typed>): Outcome {
  const ms = (value: number) => value.toFixed(1);
  const p95 = ({ work }: Typed) => percentile(work, 0.95);
  const row = (name: string, typed: Typed) => [
    name,
    ms(typed.firstWords),
    ms(typed.writable),
    ms(percentile(typed.work, 0.5)),
    ms(p95(typed)),
    ms(percentile(typed.work, 1)),
  ];
  const figures: Figure[] = [
    goalAtMost(500, {
      name: "fifty pages: first words on screen",
      value: alone.firstWords,
      unit: "ms",
      against: `one page ${ms(onePage.firstWords)} ms; written in after ${ms(alone.writable)} ms`,
    }),
    goalAtMost(16, {
      name: `a letter in fifty pages, ${others} others writing: main-thread work, p95`,
      value: p95(crowded),
      unit: "ms",
      against: `alone ${ms(p95(alone))} ms, alone in one page ${ms(p95(onePage))} ms, ${crowded.work.length} letters`,
    }),
  ];
  return {
    head: ["document", "first words ms", "writable ms", "letter p50 ms", "p95 ms", "worst ms"],
    rows: [
      row("one page, alone", onePage),
      row("fifty pages, alone", alone),
      row(`fifty pages, ${others} others`, crowded),
    ],
    figures,
  };
}
