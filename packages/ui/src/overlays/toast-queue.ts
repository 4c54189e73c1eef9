export type ToastTone = "plain" | "done" | "problem";
type ToastAct = { readonly label: string } & ({ readonly onPress: () => void } | { readonly href: string });
export type ToastWord = {
  readonly text: string;
  readonly tone?: ToastTone | undefined;
  /** Takes back what was done; the word stays longer. */
  readonly undo?: (() => void) | undefined;
  /** Another act, or the way to where more is said: "Show", "Try again". */
  readonly act?: ToastAct | undefined;
};
export type Toast = ToastWord & { readonly id: number };

/** Words that wait to be read, and go by themselves: those with an act after ten seconds, the others after six. Problems stay. */
export class ToastQueue {
  #toasts: readonly Toast[] = [];
  #next = 1;
  #held = false;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** Says something; returns its number, by which it can be dismissed. At most four are kept. */
  add(word: ToastWord): number {
    const toast = { ...word, id: this.#next++ };
    this.#change([...this.#toasts, toast].slice(-MOST));
    if (!this.#held) this.#start(toast);
    return toast.id;
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#change(this.#toasts.filter((toast) => toast.id !== id));
  }

  /** While somebody reads, hovers or has the focus there, nothing goes. */
  hold(): void {
    this.#held = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  release(): void {
    this.#held = false;
    for (const toast of this.#toasts) this.#start(toast);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly list = (): readonly Toast[] => this.#toasts;

  #start(toast: Toast): void {
    if (toast.tone === "problem" || this.#timers.has(toast.id)) return;
    const time = toast.undo || toast.act ? 10_000 : 6_000;
    this.#timers.set(
      toast.id,
      setTimeout(() => this.dismiss(toast.id), time),
    );
  }

  #change(toasts: readonly Toast[]): void {
    this.#toasts = toasts;
    for (const listener of this.#listeners) listener();
  }
}

const MOST = 4;

const house = new ToastQueue();

/** The queue that the one region of a frame shows. */
export function houseToasts(): ToastQueue {
  return house;
}
