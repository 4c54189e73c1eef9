import type { Node } from "@tiptap/pm/model";
import type { AbstractType, YEvent } from "yjs";

type SharedType = AbstractType<YEvent<AbstractType<unknown>>>;

/**
 * Which node of the editor stands for which part of the room. The binding forgets all of it with every change of
 * others, and makes every node anew; it has already forgotten those that changed, and the rest may stay.
 */
export class KeptNodes extends Map<SharedType, Node | Node[]> {
  override clear(): void {
    // Kept.
  }
}
