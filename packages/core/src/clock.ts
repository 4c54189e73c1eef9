/** The only source of the present for business rules; a tenant's may stand elsewhere than the wall's. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands at `instant` until somebody builds another. */
export function clockAt(instant: Date): Clock {
  const at = instant.getTime();
  return { now: () => new Date(at) };
}
