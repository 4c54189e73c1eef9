import { newId } from "@guildhall/core";
import * as Y from "yjs";
import { CommitQueue } from "../log/commit-queue.ts";
import { usualLimits, usualPace } from "../rooms/limits.ts";
import { type Line, Member } from "../rooms/member.ts";
import type { Room } from "../rooms/room.ts";
import type { RoomParts } from "../rooms/room-parts.ts";
import { type CloseReason, closeCodes } from "../wire/close-codes.ts";
import { answerFrame, askFrame, storedFrame, updateFrame } from "../wire/frames.ts";
import { frameNames, readServerFrame } from "./read-server-frame.ts";
import { stagedLog } from "./staged-log.ts";
import { stagedTime } from "./staged-time.ts";

export type Rehearsal = ReturnType<typeof rehearse>;

interface Player {
  readonly doc: Y.Doc;
  member: Member | null;
  /** By mark: how long the text's own part was when it was sent. */
  marks: { mark: number; tokens: readonly string[] }[];
  tokens: string[];
  stored: Set<string>;
  returned: number;
  frames: string[];
  answered: boolean;
  synced: boolean;
}

/** A room on a stage: its log does as it is told, its time goes when it is let, and its players do what they are asked to. */
export function rehearse(
  players: number,
  Kind: typeof Room,
  beginnings: { already?: string; failingLoads?: number } = {},
) {
  const time = stagedTime();
  const staged = stagedLog(time, beginnings);
  const { key, log } = staged;
  const rooms = new Set<Room>();
  const errors: unknown[] = [];
  const queue = new CommitQueue({
    log,
    time,
    pace: usualPace,
    onTurn: () => undefined,
    onError: () => undefined,
    onCommit: () => undefined,
  });
  const parts: RoomParts = {
    log,
    queue,
    time,
    pace: usualPace,
    limits: { ...usualLimits, updatesPerSecond: Number.POSITIVE_INFINITY, updatesAtOnce: Number.POSITIVE_INFINITY },
    tellStored: () => undefined,
    tellPresence: () => undefined,
    onError: (error) => void errors.push(error),
    onEnd: () => rooms.clear(),
  };
  const openRoom = (): Room => {
    const [open] = rooms;
    if (open) return open;
    const room = new Kind(key, parts);
    rooms.add(room);
    return room;
  };

  const cast: Player[] = Array.from({ length: players }, () => ({
    doc: new Y.Doc(),
    member: null,
    marks: [],
    tokens: [],
    stored: new Set(),
    returned: 0,
    frames: [],
    answered: false,
    synced: false,
  }));
  const player = (who: number): Player => {
    const found = cast[who % cast.length];
    if (!found) throw new Error("Nobody plays.");
    return found;
  };

  /** What a page does with a frame, as y-websocket does it. */
  const hear = (one: Player, frame: Uint8Array): void => {
    const message = readServerFrame(frame);
    one.frames.push(frameNames(message));
    if (message.type === "ask") {
      give(one, answerFrame(Y.encodeStateAsUpdate(one.doc, message.vector)));
      one.answered = true;
    } else if (message.type === "update") {
      Y.applyUpdate(one.doc, message.update, "server");
      if (message.answer) one.synced = true;
    } else if (message.type === "stored") {
      one.returned += 1;
      const covered = one.marks.filter(({ mark }) => mark <= message.mark);
      for (const token of covered.flatMap(({ tokens }) => tokens)) one.stored.add(token);
    }
  };
  const give = (one: Player, frame: Uint8Array): void => {
    const { member } = one;
    if (member) time.after(1, () => !member.left && [...rooms][0]?.take(member, frame));
  };
  const lineOf = (hears: (frame: Uint8Array) => void, closed: (reason: CloseReason) => void): Line => ({
    send: (frame, flushed) => {
      time.after(1, () => hears(frame));
      flushed?.();
    },
    close: closed,
    waiting: () => 0,
    hold: () => undefined,
    resume: () => undefined,
  });
  const enter = (one: Player): void => {
    let member: Member | null = null;
    const line = lineOf(
      (frame) => one.member === member && hear(one, frame),
      () => {
        if (one.member === member) one.member = null;
      },
    );
    member = new Member({
      connectionId: newId<"line">(),
      identity: { userId: newId<"user_account">(), personId: null, name: "", color: "" },
      line,
      access: "edit",
      limits: parts.limits,
      time,
    });
    Object.assign(one, { member, marks: [], answered: false, synced: false });
    openRoom().enter(member);
    give(one, askFrame(Y.encodeStateVector(one.doc)));
  };
  for (const one of cast) {
    one.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server" && one.member) give(one, updateFrame(update));
    });
    enter(one);
  }

  let tokens = 0;
  let marks = 0;
  let intruder: number | null = null;

  return {
    wait: (milliseconds: number) => time.pass(milliseconds),
    nextStore: staged.nextStore,
    nextLoad: staged.nextLoad,
    release: staged.release,
    write(who: number): Uint8Array {
      const one = player(who);
      const token = `<${++tokens}>`;
      let written = new Uint8Array();
      one.doc.once("update", (update: Uint8Array) => {
        written = Uint8Array.from(update);
      });
      const text = one.doc.getText("text");
      text.insert(Math.floor(text.length / 2), token);
      one.doc.getMap("tokens").set(token, true);
      one.tokens.push(token);
      return written;
    },
    delete(who: number) {
      const text = player(who).doc.getText("text");
      if (text.length > 0) text.delete(0, 1);
    },
    mark(who: number) {
      const one = player(who);
      if (!one.member || !one.answered) return;
      one.marks.push({ mark: ++marks, tokens: [...one.tokens] });
      give(one, storedFrame(marks));
    },
    leave(who: number) {
      const one = player(who);
      if (!one.member) return;
      const [room] = rooms;
      room?.leave(one.member);
      one.member = null;
    },
    setAccess(who: number, access: "edit" | "view") {
      const { member } = player(who);
      for (const room of rooms) if (member) room.setAccess(member, access);
    },
    comeBack(who: number) {
      const one = player(who);
      if (!one.member) enter(one);
    },
    send: (who: number, frame: Uint8Array) => give(player(who), frame),
    storeElsewhere: staged.storeElsewhere,
    async look() {
      for (const room of [...rooms]) room.look({ generation: 1, headSeq: staged.length() });
      await time.pass(1);
    },
    hearNonsense() {
      for (const room of rooms) room.hear(room.seq, [Uint8Array.from([1, 1, 200])]);
    },
    tick() {
      for (const room of [...rooms]) {
        room.tick();
        if (room.isIdle) room.close("leaving");
      }
    },
    intrude(how: "strange" | "garble") {
      intruder = null;
      const member = new Member({
        connectionId: newId<"line">(),
        identity: { userId: null, personId: null, name: "", color: "" },
        line: lineOf(
          () => undefined,
          (reason) => {
            intruder = closeCodes[reason][0];
          },
        ),
        access: "edit",
        limits: parts.limits,
        time,
      });
      const room = openRoom();
      room.enter(member);
      room.take(member, how === "strange" ? updateFrame(strange()) : Uint8Array.from([0, 2, 200, 1, 7]));
      time.after(30, () => room.leave(member));
    },
    intruderClosed: () => intruder,
    /** At any moment: whatever was said to be stored is. */
    check() {
      const stored = staged.doc().getMap("tokens");
      for (const one of cast)
        for (const token of one.stored)
          if (!stored.has(token)) throw new Error(`${token} was said to be stored and is not in the log.`);
    },
    /** Nothing fails any more, everybody is there, and time goes on until nothing moves. */
    async settle() {
      staged.recover();
      await time.pass(8_000);
      for (const [n, one] of cast.entries())
        if (one.member) this.setAccess(n, "edit");
        else enter(one);
      await time.pass(8_000);
      await this.look();
      await time.pass(1_000);
      const seen = cast.map((one) => one.doc.getText("text").toString());
      for (const one of cast) {
        const [room] = rooms;
        if (one.member) room?.leave(one.member);
        one.member = null;
      }
      await time.pass(30_000);
      this.tick();
      this.check();
      for (const [n, one] of cast.entries())
        if (seen[n] !== one.doc.getText("text").toString()) throw new Error("Something still moved.");
    },
    texts: () => cast.map((one) => one.doc.getText("text").toString()),
    logText: staged.text,
    logLength: staged.length,
    heard: (who: number) => player(who).frames.length,
    frameTypes: (who: number) => player(who).frames,
    marksReturned: (who: number) => player(who).returned,
    roomsLeft: () => rooms.size,
    errors,
  };
}

/** An update that decodes and whose second item lies in a letter, which can hold nothing. */
function strange(): Uint8Array {
  const evil = [...new TextEncoder().encode("evil")];
  const letter = [4, 1, evil.length, ...evil, 1, 120];
  const child = [4, 0, 66, 0, 1, 121];
  return Uint8Array.from([1, 2, 66, 0, ...letter, ...child, 0]);
}
