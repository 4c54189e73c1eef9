/** What a form would post now, as one comparable text. Files count by name and size. */
export function formSnapshot(form: Iterable<readonly [string, FormDataEntryValue]>): string {
  return JSON.stringify(
    [...form].map(([name, value]) => [name, typeof value === "string" ? value : `${value.name} ${value.size}`]),
  );
}
