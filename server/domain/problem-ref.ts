/**
 * The first part of a case's reference (AREA-YYYY-NN): three letters of the place's name, in its own script.
 */
export function areaCodeOf(placeName: string): string {
  const letters = placeName.normalize('NFC').match(/\p{L}/gu) ?? [];
  const code = letters.slice(0, 3).join('').toUpperCase();
  return code || 'CASE';
}
