/**
 * Finds rows that were seen before: an open-addressing table of 53-bit keys. A hit is only a hint; the caller compares
 * the rows themselves, so that no row is lost to two rows with one key.
 */
export interface DuplicateTable {
  /** Notes a row of the data set from before this import. Several may have one key. */
  addExisting(key: number, id: number): void;
  /**
   * Whether the row was seen: `same(id)` must say if the row with this id really is the same one.
   * With `countExisting`, each row of before stands for one row of this file only, and rows of this file never do.
   */
  claim(key: number, id: number, same: (id: number) => boolean, countExisting: boolean): boolean;
  readonly size: number;
}

const EMPTY = -1;

export function createDuplicateTable(expected = 1024): DuplicateTable {
  let capacity = 1024;
  while (capacity < expected * 2) capacity *= 2;
  let keys = new Float64Array(capacity).fill(EMPTY);
  let ids = new Float64Array(capacity);
  /** Rows of before this import that no row of this file has stood for yet. */
  let left = new Uint32Array(capacity);
  let size = 0;

  const slotOf = (key: number) => (key % 4_294_967_291) & (capacity - 1);

  const grow = () => {
    const old = { keys, ids, left };
    capacity *= 2;
    keys = new Float64Array(capacity).fill(EMPTY);
    ids = new Float64Array(capacity);
    left = new Uint32Array(capacity);
    for (let i = 0; i < old.keys.length; i++) {
      if (old.keys[i] === EMPTY) continue;
      const slot = freeSlot(old.keys[i]);
      keys[slot] = old.keys[i];
      ids[slot] = old.ids[i];
      left[slot] = old.left[i];
    }
  };

  const freeSlot = (key: number) => {
    let slot = slotOf(key);
    while (keys[slot] !== EMPTY) slot = (slot + 1) & (capacity - 1);
    return slot;
  };

  const insert = (key: number, id: number, existing: number) => {
    if (size * 2 >= capacity) grow();
    const slot = freeSlot(key);
    keys[slot] = key;
    ids[slot] = id;
    left[slot] = existing;
    size++;
  };

  return {
    get size() {
      return size;
    },
    addExisting(key, id) {
      for (let slot = slotOf(key); keys[slot] !== EMPTY; slot = (slot + 1) & (capacity - 1))
        if (keys[slot] === key) {
          left[slot]++;
          return;
        }
      insert(key, id, 1);
    },
    claim(key, id, same, countExisting) {
      for (let slot = slotOf(key); keys[slot] !== EMPTY; slot = (slot + 1) & (capacity - 1)) {
        if (keys[slot] !== key || !same(ids[slot])) continue;
        if (!countExisting) return true;
        if (left[slot] === 0) return false;
        left[slot]--;
        return true;
      }
      insert(key, id, 0);
      return false;
    },
  };
}

/** 53-bit key of texts (two rounds of FNV-like mixing, after bryc's cyrb53). */
export function keyOf(texts: readonly string[]): number {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      h1 = Math.imul(h1 ^ c, 2654435761);
      h2 = Math.imul(h2 ^ c, 1597334677);
    }
    // Where a cell ends counts: ("ab","c") is not ("a","bc").
    h1 = Math.imul(h1 ^ 0x1f, 2654435761);
    h2 = Math.imul(h2 ^ 0x1f, 1597334677);
  }
  return finish(h1, h2);
}

export function keyOfText(text: string): number {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ c, 2654435761);
    h2 = Math.imul(h2 ^ c, 1597334677);
  }
  return finish(h1, h2);
}

function finish(a: number, b: number): number {
  let h1 = Math.imul(a ^ (a >>> 16), 2246822507);
  h1 ^= Math.imul(b ^ (b >>> 13), 3266489909);
  let h2 = Math.imul(b ^ (b >>> 16), 2246822507);
  h2 ^= Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & h2) + (h1 >>> 0);
}
