import { getCountries } from "libphonenumber-js/min";

/** The countries by whose rules numbers can be read. */
export function listCountries(): string[] {
  return getCountries();
}
