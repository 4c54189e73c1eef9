/** Text as it stands between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A tag with what stands in it. Attributes that are null, undefined or false are left out. */
export function tag(name: string, attributes: Attributes, inner: string | null): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => {
      if (value === null || value === undefined || value === false) return "";
      return value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`;
    })
    .join("");
  return inner === null ? `<${name}${given}>` : `<${name}${given}>${inner}</${name}>`;
}
