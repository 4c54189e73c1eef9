/** An IANA zone as people read it: "America / Argentina / Buenos Aires". */
export function zoneName(zone: string): string {
  return zone.replaceAll("_", " ").replaceAll("/", " / ");
}
