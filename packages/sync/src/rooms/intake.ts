import * as Y from "yjs";
import { isComplete, MalformedUpdate } from "../wire/read-update.ts";
import type { Content } from "./content.ts";
import type { Member, Sent } from "./member.ts";

interface Arrival {
  readonly member: Member;
  readonly sent: readonly Sent[];
}

/** What a member's updates changed, and which of them that was. */
export interface Taken {
  readonly member: Member;
  /** Null where they changed nothing. */
  readonly update: Uint8Array | null;
  readonly sent: readonly Sent[];
}

/** A member sent what cannot be applied; the document may be half changed. */
export interface Failure {
  readonly member: Member;
  readonly error: unknown;
}

/** What members sent, until it is in the document; what lacks its beginnings is held back until they have come. */
export class Intake {
  readonly #came = new Map<Member, Sent[]>();
  readonly #holding = new Set<Member>();

  add(member: Member, sent: Sent): void {
    const came = this.#came.get(member);
    if (came) came.push(sent);
    else this.#came.set(member, [sent]);
  }

  get isEmpty(): boolean {
    return this.#came.size === 0;
  }

  /** Whether something waits for what others may bring. */
  get holdsBack(): boolean {
    return this.#holding.size > 0;
  }

  leave(member: Member): void {
    this.#holding.delete(member);
  }

  /** Applies all of it, as one change for each member. After a failure what was not reached is kept. */
  apply(content: Content): { readonly taken: readonly Taken[]; readonly failure: Failure | null } {
    const taken: Taken[] = [];
    for (const { member, sent } of this.#due()) {
      this.#came.delete(member);
      try {
        taken.push(this.#applyOf(member, sent, content));
      } catch (error) {
        return { taken, failure: { member, error } };
      }
    }
    return { taken, failure: null };
  }

  #due(): readonly Arrival[] {
    const due = [...this.#came].map(([member, sent]) => ({ member, sent }));
    // What was held back may have got what it waits for, from elsewhere.
    for (const member of this.#holding) if (!this.#came.has(member)) due.push({ member, sent: [] });
    return due;
  }

  #applyOf(member: Member, came: readonly Sent[], content: Content): Taken {
    const offered = [...member.heldBack, ...came];
    member.heldBack = [];
    this.#holding.delete(member);
    if (!member.mayEdit) {
      // Taken away while they were on their way.
      member.refuse(offered);
      return { member, update: null, sent: [] };
    }
    const sent: Sent[] = [];
    const update = content.change(() => {
      member.heldBack = applyComplete(content.doc, offered, sent);
    }, member);
    const { pendingStructs, pendingDs } = content.doc.store;
    if (pendingStructs || pendingDs) throw new MalformedUpdate("it builds on what is not there");
    if (member.heldBack.length > 0 && !member.left) this.#holding.add(member);
    return { member, update, sent };
  }
}

/** Applies what can be applied, again and again while that makes more of it possible; returns the rest. */
function applyComplete(doc: Y.Doc, offered: readonly Sent[], applied: Sent[]): Sent[] {
  for (let left = [...offered]; ; ) {
    const rest: Sent[] = [];
    for (const sent of left)
      if (isComplete(doc, sent.read)) {
        Y.applyUpdate(doc, sent.read.update);
        applied.push(sent);
      } else rest.push(sent);
    if (rest.length === 0 || rest.length === left.length) return rest;
    left = rest;
  }
}
