/** A name no other has. Pages of a meeting's own network are no secure context: `randomUUID` is not there. */
export function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
