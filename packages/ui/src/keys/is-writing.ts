/** Whether a key belongs to an input method that is still choosing characters: then it is no command. */
export function isComposing(event: { readonly nativeEvent: KeyboardEvent } | KeyboardEvent): boolean {
  const key = "nativeEvent" in event ? event.nativeEvent : event;
  return key.isComposing || key.keyCode === 229;
}

/** Whether somebody is writing there, so that a letter is a letter and no shortcut. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("input:not([type=checkbox],[type=radio],[type=button]),textarea,select"))
  );
}
