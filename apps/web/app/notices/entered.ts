/** A field as it was sent and answered: its name, what was entered, what is wrong with it. */
export interface Entered {
  readonly name: string;
  readonly value: string | undefined;
  readonly error: readonly string[];
}
