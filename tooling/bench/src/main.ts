import { say } from "./progress.ts";
import { type Bench, report } from "./report.ts";

/** Every benchmark by its name, loaded only when it is run. */
const benches: Record<string, () => Promise<Bench>> = {
  web: async () => (await import("./web.bench.ts")).web,
  tenancy: async () => (await import("./tenancy.bench.ts")).tenancy,
  million: async () => (await import("./million.bench.ts")).million,
  people: async () => (await import("./people.bench.ts")).peopleBench,
  sync: async () => (await import("./sync.bench.ts")).sync,
  docs: async () => (await import("./docs.bench.ts")).docs,
  "sign-up": async () => (await import("./sign-up.bench.ts")).signUp,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in benches));
if (unknown !== undefined) {
  say(`Unknown benchmark: ${unknown}. There are ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}

for (const [name, load] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  say(`\n  ${name}\n`);
  const bench = await load();
  report(name, await bench());
}
