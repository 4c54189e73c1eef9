import type { Place } from "../temporary-cluster.ts";
import { type Returned, replaying } from "./loaders.ts";
import { openProduct } from "./open-product.ts";

/** Be the product; or with a memory, the product whose loaders return what is in it. */
export interface Serve {
  readonly place: Place;
  readonly memory: Returned | null;
}

process.on("message", ({ place, memory }: Serve) => void serve(place, memory));

async function serve(place: Place, memory: Returned | null): Promise<void> {
  const { address, close } = await openProduct(place, (build) => (memory ? replaying(build, memory) : build));
  process.once("disconnect", () => void close().then(() => process.exit(0)));
  process.send?.(address);
}
