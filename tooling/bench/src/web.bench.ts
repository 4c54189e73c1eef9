import { openDatabase } from "@guildhall/db";
import { demoPassword, demoSignIns, loadDemo } from "@guildhall/demo";
import { drainRelay } from "@guildhall/jobs";
import { suiteHandlers } from "@guildhall/suite";
import { atLeast } from "./figure.ts";
import { step } from "./progress.ts";
import type { Outcome } from "./report.ts";
import { openCluster, type Place, type TemporaryCluster } from "./temporary-cluster.ts";
import { type Children, openChildren } from "./web/child.ts";
import { fetchPage } from "./web/fetch-page.ts";
import type { Load, Loaded } from "./web/load.ts";
import type { Returned } from "./web/loaders.ts";
import type { Recording } from "./web/record.ts";
import type { Serve } from "./web/serve.ts";
import { putUnderLoad, type Side, typical } from "./web/side.ts";
import { signIn } from "./web/sign-in.ts";

const hall = "yuanshan";
const path = `/w/${hall}/people`;
const under = { connections: 10, seconds: 4 };
const rounds = 6;

/**
 * A signed-in page of 50 people against an empty route that shows the same HTML: the same build and server, whose
 * loaders return what the real ones once did, with no session and no database.
 */
export async function web(): Promise<Outcome> {
  const cluster = await step("Starting PostgreSQL", openCluster);
  const children = openChildren();
  try {
    const place = await step("Loading the demo", () => openDemo(cluster));
    const [page, empty] = await openSides(children, place);
    await refuseDifference(page, empty);
    await takeTurns(children, page, empty);
    return outcomeOf(page, empty);
  } finally {
    await children.stop();
    await cluster.close();
  }
}

async function openDemo(cluster: TemporaryCluster): Promise<Place> {
  const place = await cluster.open("web");
  const database = openDatabase(place.urls);
  await loadDemo(database);
  // What follows from the demo has happened before anybody looks, so that a page is the same twice.
  await drainRelay({
    database,
    handlers: suiteHandlers,
    onError: (error) => {
      throw error;
    },
  });
  await database.close();
  return place;
}

async function openSides(children: Children, place: Place): Promise<[Side, Side]> {
  const record = children.start<Recording, Returned>(new URL("./web/record.ts", import.meta.url));
  const memory = await step("Recording what the page's loaders return", () =>
    record.ask({ place, credentials: owner(), path }),
  );
  const serve = () => children.start<Serve, string>(new URL("./web/serve.ts", import.meta.url));
  return step("Opening both servers", async () => {
    const product = await serve().ask({ place, memory: null });
    const peer = await serve().ask({ place, memory });
    return [
      {
        name: "signed-in page, 50 people",
        url: product + path,
        headers: { cookie: await signIn(product, owner()) },
        rounds: [],
      },
      { name: "empty route, same HTML", url: peer + path, headers: { "accept-language": "zh-CN" }, rounds: [] },
    ];
  });
}

function owner() {
  const found = demoSignIns.find(({ halls }) => halls.some(({ slug, role }) => slug === hall && role === "owner"));
  if (!found) throw new Error(`The demo has no owner of ${hall}.`);
  return { email: found.email, password: demoPassword };
}

async function refuseDifference(page: Side, empty: Side): Promise<void> {
  const [ours, theirs] = await Promise.all([page, empty].map(({ url, headers }) => fetchPage(url, headers)));
  if (ours !== theirs) throw new Error("The two pages are not the same HTML, so there is nothing to compare.");
}

async function takeTurns(children: Children, page: Side, empty: Side): Promise<void> {
  const loader = children.start<Load, Loaded>(new URL("./web/load.ts", import.meta.url));
  for (const side of [page, empty])
    await step(`Warming up: ${side.name}`, () => putUnderLoad(loader, { ...side, rounds: [] }, under));
  for (let round = 1; round <= rounds; round++)
    for (const side of round % 2 ? [page, empty] : [empty, page])
      await step(`Round ${round} of ${rounds}: ${side.name}`, () => putUnderLoad(loader, side, under));
}

function outcomeOf(page: Side, empty: Side): Outcome {
  const [ours, theirs] = [typical(page), typical(empty)];
  return {
    head: ["page", "requests/s", "p50 ms", "p99 ms"],
    rows: [page, empty].map((side) => {
      const { perSecond, p50, p99 } = typical(side);
      return [side.name, perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1)];
    }),
    figures: [
      atLeast(0.5, {
        name: "signed-in page with a real query",
        value: ours.perSecond / theirs.perSecond,
        unit: "of the empty route's requests/s",
        against: `empty route ${theirs.perSecond.toFixed(0)}/s, page ${ours.perSecond.toFixed(0)}/s`,
      }),
    ],
  };
}
