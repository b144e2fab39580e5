/** A key for each stop of a way, which may come to the same place twice. What is typed of a stop does not change it. */
export function stopKeys(stops: readonly { readonly position: readonly number[] }[]): string[] {
  const places = stops.map(({ position }) => position.join());
  return places.map((place, i) => `${place} ${places.slice(0, i).filter((one) => one === place).length}`);
}
