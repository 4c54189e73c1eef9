import { fork } from "node:child_process";
import { once } from "node:events";

/** A process of our own that answers one message at a time. */
export interface Child<Request, Answer> {
  ask(request: Request): Promise<Answer>;
}

export interface Children {
  /**
   * Runs the program at `file`, as Node is told to by `flags`. Messages are cloned whole, dates and all; what it prints
   * goes nowhere.
   */
  start<Request extends object, Answer>(file: URL, flags?: readonly string[]): Child<Request, Answer>;
  /** Resolves when all have closed what they had open and are gone. */
  stop(): Promise<void>;
}

export function openChildren(): Children {
  const stops: (() => Promise<unknown>)[] = [];
  return {
    start: <Request extends object, Answer>(file: URL, flags: readonly string[] = []) => {
      const child = fork(file, {
        serialization: "advanced",
        stdio: ["ignore", "ignore", "inherit", "ipc"],
        execArgv: [...flags],
      });
      const exited = once(child, "exit");
      const died = exited.then(([code]) => {
        throw new Error(`${file.pathname} ended by itself (${code}); what it said is above.`);
      });
      died.catch(() => undefined); // after stop() nobody waits for it
      stops.push(async () => {
        if (child.connected) child.disconnect();
        await exited;
      });
      return {
        ask: (request: Request) => {
          const answered = new Promise<Answer>((resolve) => child.once("message", (answer: Answer) => resolve(answer)));
          child.send(request);
          return Promise.race([answered, died]);
        },
      };
    },
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}
