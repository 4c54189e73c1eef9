import type { Line } from "../rooms/member.ts";
import { MalformedFrame } from "../wire/frames.ts";
import { MalformedUpdate } from "../wire/read-update.ts";
import type { Admitted, Knocking } from "./admit.ts";
import type { SyncNode } from "./sync-node.ts";
import { readKnock } from "./web-socket-door.ts";

const patience = 30_000;

/**
 * A room over HTTP. GET: whether one may enter, and as what. POST with a state vector: all that one lacks. PUT with an
 * update: taken in like any other, and answered once it is stored.
 */
export async function answerHttp(node: SyncNode, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const cookie = request.headers.get("cookie");
  const knocking = readKnock({ url: pathname + search, headers: { ...(cookie !== null && { cookie }) } });
  if (!knocking) return answer(404);
  if (node.isLeaving) return answer(503);
  const admitted = await node.knock(knocking);
  if ("refused" in admitted) {
    const { refused, ...page } = admitted;
    return answer(refused, page);
  }
  if (request.method === "GET") return answer(200, standing(admitted));
  // What a socket's pace is to frames, this is to requests: each may carry a whole room.
  const who = admitted.identity.userId ?? knocking.room;
  return (await node.requests.pass(who, () => exchange(node, request, admitted, knocking))) ?? answer(429);
}

async function exchange(node: SyncNode, request: Request, admitted: Admitted, knocking: Knocking): Promise<Response> {
  try {
    if (request.method === "POST") return await give(node, admitted, await bodyOf(request, node.limits.frame));
    if (request.method === "PUT") return await take(node, admitted, knocking, await bodyOf(request, node.limits.merge));
    return answer(405);
  } catch (error) {
    if (error instanceof TooLarge) return answer(413);
    if (error instanceof MalformedFrame || error instanceof MalformedUpdate) return answer(400);
    throw error;
  }
}

const standing = ({ room, kind, access }: Admitted) => ({
  access,
  generation: room.generation,
  schemaVersion: kind.schemaVersion,
});

async function give(node: SyncNode, admitted: Admitted, vector: Uint8Array): Promise<Response> {
  const room = node.open(admitted);
  if (!(await room.whenOpen(patience))) return answer(503);
  return new Response(Uint8Array.from(room.difference(vector)), {
    headers: { "content-type": "application/octet-stream", "cache-control": "no-store" },
  });
}

async function take(node: SyncNode, admitted: Admitted, knocking: Knocking, update: Uint8Array): Promise<Response> {
  if (admitted.access !== "edit") return answer(403);
  const ended = Promise.withResolvers<boolean>();
  const { room, member } = node.seat(admitted, knocking, lineOf(ended.resolve));
  const impatience = setTimeout(() => ended.resolve(false), patience);
  try {
    if (!(await room.whenOpen(patience))) return answer(503);
    room.takeUpdate(member, update);
    member.mark(1);
    return answer((await ended.promise) ? 200 : 503);
  } finally {
    clearTimeout(impatience);
    node.unseat(member);
  }
}

/** A line of one request: the only thing that it waits for is its mark. */
function lineOf(end: (stored: boolean) => void): Line {
  return {
    send: (frame, flushed) => {
      if (frame[0] === 102) end(true);
      flushed?.();
    },
    close: () => end(false),
    waiting: () => 0,
    hold: () => undefined,
    resume: () => undefined,
  };
}

class TooLarge extends Error {}

async function bodyOf(request: Request, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > most) throw new TooLarge();
    parts.push(part);
  }
  return Uint8Array.from(Buffer.concat(parts));
}

function answer(status: number, body: object = {}): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
