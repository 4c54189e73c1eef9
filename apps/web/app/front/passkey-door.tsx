interface PasskeyDoorProps {
  /** Where somebody was going, inside this house. */
  readonly to: string | undefined;
}

/** The way in with a passkey, among the others on the sign-in page. */
export function PasskeyDoor(_: PasskeyDoorProps) {
  return null;
}
