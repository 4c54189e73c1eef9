import type { Actor } from "./actor.ts";
import { forbidden, notFound } from "./error.ts";

type Rule<Subject> = (actor: Actor, subject: Subject) => boolean;

/**
 * Pure rules of who may do what to a subject; the same ones serve pages, commands, API and sync.
 * Whoever may not even `view` the subject is told that it does not exist.
 */
export function policy<Subject>() {
  return <Acts extends string>(rules: Record<Acts | "view", Rule<Subject>>) => ({
    allows: (actor: Actor, act: Acts | "view", subject: Subject): boolean => rules[act](actor, subject),
    require(actor: Actor, act: Acts | "view", subject: Subject): void {
      if (rules[act](actor, subject)) return;
      throw rules.view(actor, subject) ? forbidden() : notFound();
    },
  });
}
