import type { Node } from "@tiptap/pm/model";
import type { AbstractType, YEvent } from "yjs";

type SharedType = AbstractType<YEvent<AbstractType<unknown>>>;

/**
 * Which node of the editor stands for which part of the room. The binding forgets all of it with every change of
 * others, and makes every node anew; it has already forgotten those that changed, and the rest may stay.
 */
export class KeptNodes extends Map<SharedType, Node | Node[]> {
  readonly #parts = new WeakMap<Node | Node[], SharedType>();

  override set(part: SharedType, node: Node | Node[]): this {
    this.#parts.set(node, part);
    return super.set(part, node);
  }

  override clear(): void {
    // Kept.
  }

  /** From now on a node stands for what another, just like it, stood for. */
  standFor(now: Node, made: Node): void {
    const part = this.#parts.get(made);
    if (part && this.get(part) === made) this.set(part, now);
  }
}
