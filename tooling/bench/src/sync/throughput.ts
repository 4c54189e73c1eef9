import { atLeast, type Figure, goalAtLeast, goalAtMost } from "../figure.ts";
import { median } from "../median.ts";
import { percentile } from "../percentile.ts";
import { step } from "../progress.ts";
import type { Row } from "../table.ts";
import { type Children, openChildren } from "../web/child.ts";
import type { ServerName } from "./dialect.ts";
import type { Hall } from "./hall.ts";
import { openSide } from "./side.ts";
import { seconds } from "./size.ts";

interface Shape {
  readonly name: string;
  readonly rooms: number;
  readonly writers: number;
  readonly readers: number;
}

interface Measured {
  readonly perSecond: number;
  /** Microseconds of the server's CPU. */
  readonly cpu: number;
}

export interface Part {
  readonly rows: readonly Row[];
  readonly figures: readonly Figure[];
}

const shapes: readonly Shape[] = [
  { name: "50 documents × (2 + 8)", rooms: 50, writers: 2, readers: 8 },
  { name: "1 document × (4 + 196)", rooms: 1, writers: 4, readers: 196 },
];
const servers: readonly ServerName[] = ["ours", "Hocuspocus", "y-websocket"];
const window = 32;
const rounds = 2;
/** More, since one bad moment of the machine is all of a p99. */
const evenRounds = 3;

/** As fast as each server goes, ours with all of it stored. */
export async function throughput(hall: Hall): Promise<Part> {
  const rows: Row[] = [];
  const figures: Figure[] = [];
  for (const shape of shapes) {
    const all = new Map<ServerName, Measured[]>(servers.map((server) => [server, []]));
    for (let round = 0; round < rounds; round++)
      for (const server of round % 2 ? servers.toReversed() : servers)
        all
          .get(server)
          ?.push(
            await step(`${shape.name}: ${server}`, () => alone((children) => write(children, hall, server, shape))),
          );
    const of = (server: ServerName, figure: keyof Measured) =>
      median((all.get(server) ?? []).map((one) => one[figure]));
    for (const server of servers)
      rows.push([`${shape.name}, ${server}`, of(server, "perSecond").toFixed(0), of(server, "cpu").toFixed(1), "", ""]);
    const ratio = of("ours", "perSecond") / of("Hocuspocus", "perSecond");
    const against = `Hocuspocus ${of("Hocuspocus", "perSecond").toFixed(0)}/s, ours ${of("ours", "perSecond").toFixed(0)}/s`;
    const measured = { name: `${shape.name}, closed loop`, value: ratio, unit: "of Hocuspocus' updates/s", against };
    figures.push(atLeast(1, measured), goalAtLeast(1.5, measured));
  }
  return { rows, figures };
}

/** Nobody else is there while one is measured. */
async function alone<Result>(work: (children: Children) => Promise<Result>): Promise<Result> {
  const children = openChildren();
  try {
    return await work(children);
  } finally {
    await children.stop();
  }
}

async function write(children: Children, hall: Hall, server: ServerName, shape: Shape): Promise<Measured> {
  const side = await openSide(children, hall, server);
  const { writers, readers } = shape;
  await side.drive({ do: "gather", target: side.target, rooms: hall.rooms(shape.rooms), writers, readers });
  await side.drive({ do: "write", window, seconds: Math.min(2, seconds) });
  const { updates, milliseconds, cpu } = await side.drive({ do: "write", window, seconds });
  return { perSecond: (updates * 1_000) / milliseconds, cpu: cpu / updates };
}

/** A thousand letters a second, whatever the server does. */
export async function evenly(hall: Hall): Promise<Part> {
  const all = new Map<ServerName, Even[]>(servers.map((server) => [server, []]));
  for (let round = 0; round < evenRounds; round++)
    for (const server of round % 2 ? servers.toReversed() : servers)
      all
        .get(server)
        ?.push(await step(`1,000 a second: ${server}`, () => alone((children) => type(children, hall, server))));
  const of = (server: ServerName, figure: keyof Even) => median((all.get(server) ?? []).map((one) => one[figure]));
  const ours = of("ours", "p99");
  const better = Math.min(of("Hocuspocus", "p99"), of("y-websocket", "p99"));
  return {
    rows: servers.map((server) => [
      `1,000 a second, ${server}`,
      "1000",
      ...(["cpu", "p50", "p99"] as const).map((figure) => of(server, figure).toFixed(1)),
    ]),
    figures: [
      goalAtMost(1, {
        name: "1,000 updates a second, delivery p99",
        value: ours / better,
        unit: "of the better peer's",
        against: `better peer ${better.toFixed(1)} ms, ours ${ours.toFixed(1)} ms`,
      }),
      goalAtMost(60, {
        name: "acknowledgement p99",
        value: of("ours", "stored"),
        unit: "ms",
        against: `delivery ${ours.toFixed(1)} ms`,
      }),
    ],
  };
}

interface Even {
  readonly cpu: number;
  /** Milliseconds of delivery. */
  readonly p50: number;
  readonly p99: number;
  /** p99 of the word that it is stored. */
  readonly stored: number;
}

async function type(children: Children, hall: Hall, server: ServerName): Promise<Even> {
  const side = await openSide(children, hall, server);
  await side.drive({ do: "gather", target: side.target, rooms: hall.rooms(50), writers: 2, readers: 8 });
  const evenly = { do: "type", perSecond: 1_000, presencePerSecond: 0 } as const;
  await side.drive({ ...evenly, seconds: Math.min(2, seconds) });
  const { cpu, delivery, stored } = await side.drive({ ...evenly, seconds });
  return {
    cpu: cpu / (1_000 * seconds),
    p50: percentile(delivery, 0.5),
    p99: percentile(delivery, 0.99),
    stored: percentile(stored, 0.99),
  };
}
