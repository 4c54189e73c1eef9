import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

void readData().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  }),
);

/**
 * Has Remix read the page's data before React begins. Left alone it does so while React hydrates, and suspends above every
 * boundary; a key or a press in that moment makes React finish at once, which it then cannot, and the page stays asleep for
 * good (its error 345). Remix throws the promise that it waits for before it calls any hook.
 */
async function readData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waitsFor) {
    await waitsFor;
  }
}
