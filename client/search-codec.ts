/** Turns the search part of an address into values and back. Plain text throughout, lists with commas, so that people can read it. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const parts = Object.entries(search).flatMap(([key, value]) => {
    const written = writeValue(value);
    return written === null ? [] : [`${encodeURIComponent(key)}=${written}`];
  });
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

function writeValue(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.length > 0 ? readable(value.join(',')) : null;
  return readable(String(value));
}

/** Commas and colons are allowed in a query and easier to read than their codes. */
function readable(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
}
