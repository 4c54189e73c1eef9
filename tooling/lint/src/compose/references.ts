/** A compose file that already fits the schema, as far as names in it point to one another. */
export interface Compose {
  services: Record<string, Service>;
  volumes?: Record<string, unknown>;
  networks?: Record<string, unknown>;
}

interface Service {
  depends_on?: string[] | Record<string, { condition: string }>;
  healthcheck?: { disable?: boolean };
  volumes?: (string | { type: string; source?: string })[];
  networks?: string[] | Record<string, unknown>;
}

/** What a schema cannot see: names that nothing stands behind. */
export function danglingReferences(compose: Compose): string[] {
  return Object.entries(compose.services).flatMap(([name, service]) =>
    [...dependencies(service, compose), ...volumes(service, compose), ...networks(service, compose)].map(
      (fault) => `services.${name} ${fault}`,
    ),
  );
}

function dependencies({ depends_on = [] }: Service, { services }: Compose): string[] {
  const wanted = Array.isArray(depends_on)
    ? depends_on.map((name) => [name, { condition: "" }] as const)
    : Object.entries(depends_on);
  return wanted.flatMap(([name, { condition }]) => {
    const other = services[name];
    if (!other) return [`depends on ${name}, which is no service`];
    const healthy = other.healthcheck && !other.healthcheck.disable;
    return condition === "service_healthy" && !healthy
      ? [`waits for ${name} to be healthy, which has no healthcheck`]
      : [];
  });
}

function volumes({ volumes: mounts = [] }: Service, compose: Compose): string[] {
  return mounts
    .map((mount) => (typeof mount === "string" ? named(mount) : mount.type === "volume" ? mount.source : undefined))
    .filter((source) => source !== undefined)
    .filter((source) => !(source in (compose.volumes ?? {})))
    .map((source) => `mounts ${source}, which is not under volumes`);
}

/** `data:/var/lib` names a volume, `./data:/var/lib` a folder, `/var/lib` nothing. */
function named(mount: string): string | undefined {
  const [source = "", target] = mount.split(":");
  return target === undefined || /^[./~$]/.test(source) ? undefined : source;
}

function networks({ networks: joined = [] }: Service, compose: Compose): string[] {
  const names = Array.isArray(joined) ? joined : Object.keys(joined);
  return names
    .filter((name) => name !== "default" && !(name in (compose.networks ?? {})))
    .map((name) => `joins ${name}, which is not under networks`);
}
