import type { Place } from "../temporary-cluster.ts";
import { fetchPage } from "./fetch-page.ts";
import { recording } from "./loaders.ts";
import { openProduct } from "./open-product.ts";
import { type Credentials, signIn } from "./sign-in.ts";

/** Sign in, open the page at `path`, and answer with what its loaders returned. */
export interface Recording {
  readonly place: Place;
  readonly credentials: Credentials;
  readonly path: string;
}

process.on("message", (message: Recording) => void record(message));
process.once("disconnect", () => process.exit(0));

async function record({ place, credentials, path }: Recording): Promise<void> {
  const returned: { [route: string]: unknown } = {};
  const { address, close } = await openProduct(place, (build) =>
    recording(build, (route, data) => (returned[route] = data)),
  );
  await fetchPage(address + path, { cookie: await signIn(address, credentials) });
  await close();
  process.send?.(returned);
}
