import { type Figure, goalAtMost } from "../figure.ts";
import { median } from "../median.ts";
import { percentile } from "../percentile.ts";
import { step } from "../progress.ts";
import type { Children } from "../web/child.ts";
import { type Hall, large, writing } from "./hall.ts";
import { openSide } from "./side.ts";
import { seconds, share } from "./size.ts";

type Measure = (children: Children, hall: Hall) => Promise<Figure[]>;

/** 500 in one room of whom 20 type, 5 letters a second each, and all say once a second where they are. */
export const crowd: Measure = async (children, hall) => {
  const side = await openSide(children, hall, "ours");
  const visitors = share(500);
  const writers = Math.min(20, visitors - 1);
  const typed = await step(`${visitors} in one document`, async () => {
    await side.drive({ do: "gather", target: side.target, rooms: hall.rooms(1), writers, readers: visitors - writers });
    return side.drive({ do: "type", perSecond: writers * 5, presencePerSecond: 1, seconds: seconds * 2 });
  });
  const name = `${visitors} sockets on one document`;
  const against = `${writers} typing 5 letters a second, presence at 1 Hz`;
  return [
    goalAtMost(150, { name: `${name}, delivery p99`, value: percentile(typed.delivery, 0.99), unit: "ms", against }),
    goalAtMost(40, {
      name: `${name}, CPU`,
      value: typed.cpu / (typed.milliseconds * 10),
      unit: "% of a core",
      against,
    }),
  ];
};

/** Many rooms with hardly anything in them. */
export const manyRooms: Measure = async (children, hall) => {
  const side = await openSide(children, hall, "ours");
  const rooms = share(5_000);
  const gather = { do: "gather", target: side.target, writers: 1, readers: 1 } as const;
  const kilobytes = await step(`${rooms} rooms`, async () => {
    await side.drive({ ...gather, rooms: hall.rooms(50) });
    await side.drive({ do: "leave" });
    const before = await side.memory();
    await side.drive({ ...gather, rooms: hall.rooms(rooms) });
    return ((await side.memory()) - before) / rooms / 1_024;
  });
  const against = "resident memory, its two sockets with it";
  return [goalAtMost(60, { name: `a room of ${rooms}, two sockets each`, value: kilobytes, unit: "kB", against })];
};

/** Everybody comes at once to a room that is nearly as large as goes over the socket. */
export const joiners: Measure = async (children, hall) => {
  const room = await hall.filled(large(3_900_000), 0);
  const side = await openSide(children, hall, "ours");
  const count = share(150);
  const join = { do: "join", target: side.target, room } as const;
  const waits = await step(`${count} join a document of 4 MB`, async () => {
    await side.drive({ ...join, joiners: 2 });
    return (await side.drive({ ...join, joiners: count })).delivery;
  });
  const against = `the last after ${Math.max(...waits).toFixed(0)} ms`;
  return [
    goalAtMost(2_000, { name: `${count} joiners of 4 MB, p95`, value: percentile(waits, 0.95), unit: "ms", against }),
  ];
};

/** A room that was written for long, out of the log. */
export const coldOpen: Measure = async (children, hall) => {
  const edits = share(260_000);
  const room = await step(`Writing ${edits} edits`, () => hall.filled(writing(edits), Math.min(1_000, edits >> 1)));
  const side = await openSide(children, hall, "ours", { linger: 0 });
  const waits = await step("Opening it", async () => {
    const all: number[] = [];
    for (let n = 0; n < 6; n++) {
      all.push(...(await side.drive({ do: "join", target: side.target, room, joiners: 1 })).delivery);
      await new Promise((forgotten) => setTimeout(forgotten, 2_500));
    }
    return all;
  });
  const against = `the first after the node's start ${(waits[0] ?? Number.NaN).toFixed(0)} ms`;
  return [
    goalAtMost(300, { name: `cold open of ${edits} edits, to Step 2`, value: median(waits), unit: "ms", against }),
  ];
};
