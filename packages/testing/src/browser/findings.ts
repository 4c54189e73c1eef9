import type { BrowserContext } from "@playwright/test";
import { consoleFinding, type Finding, pageErrorFinding } from "./finding.ts";

/** Collects what the pages of a test complain about. */
export class Findings {
  readonly #contexts: BrowserContext[] = [];
  readonly #found: Finding[] = [];
  readonly #allowed: RegExp[] = [];

  watch(context: BrowserContext): void {
    this.#contexts.push(context);
    context.on("console", (message) => {
      this.#add(consoleFinding(message.type(), message.text(), message.page()?.url() ?? message.location().url));
    });
    context.on("weberror", (webError) => {
      const error = webError.error();
      this.#add(pageErrorFinding(error.stack ?? error.message, webError.page()?.url() ?? ""));
    });
  }

  /** Findings whose text matches are expected in this test, before and after this call. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** What was found up to now and not allowed. */
  async list(): Promise<Finding[]> {
    await this.#catchUp();
    return this.#found.filter(({ text }) => !this.#allowed.some((pattern) => pattern.test(text)));
  }

  /** Throws when anything is left that was not allowed. */
  async settle(): Promise<void> {
    const left = await this.list();
    if (left.length === 0) return;
    const lines = left.map(({ kind, text, url }) => `${kind} at ${url}\n    ${text.replaceAll("\n", "\n    ")}`);
    throw new Error(`The pages complained (allowConsole(/…/) where that is expected):\n\n${lines.join("\n\n")}`);
  }

  #add(finding: Finding | undefined): void {
    if (finding) this.#found.push(finding);
  }

  /** Reports arrive in order, so whatever a page said before this question is here with its answer. */
  async #catchUp(): Promise<void> {
    const pages = this.#contexts.flatMap((context) => context.pages());
    // A page that closes or navigates cannot answer; it has nothing more to say either.
    await Promise.allSettled(pages.map((page) => page.evaluate("0")));
  }
}
