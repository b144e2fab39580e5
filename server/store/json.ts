/** JSON text as the database keeps it. */
export function parsed<T>(text: string): T {
  return JSON.parse(text) as T;
}

export function parsedOrNull<T>(text: string | null): T | null {
  return text === null ? null : parsed<T>(text);
}

export function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
