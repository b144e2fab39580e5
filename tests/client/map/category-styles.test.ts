import { describe, expect, it } from 'vitest';
import { categoryStyles } from '../../../client/map/category-styles.ts';
import { PALETTES } from '../../../client/map/palette.ts';

const palette = PALETTES.light;
const ids = Array.from({ length: 12 }, (_, i) => i + 1);
const totals = new Map(ids.map((id) => [id, id * 100]));
const names = new Map(ids.map((id) => [id, `Category ${id}`]));
const styles = categoryStyles({ names, totals, counts: new Map([[3, 7]]) }, palette);

describe('categoryStyles', () => {
  it('gives the most frequent their own colour and shape', () => {
    const own = [...styles.values()].filter(({ colour }) => colour !== palette.otherCategory);
    expect(own).toHaveLength(palette.categories.length);
    expect(new Set(own.map(({ shape }) => shape)).size).toBe(own.length);
    expect(new Set(own.map(({ colour }) => colour)).size).toBe(own.length);
    expect(styles.get(12)?.colour).toBe(palette.categories[0]);
    expect(styles.get(1)).toMatchObject({ colour: palette.otherCategory, shape: 'circle' });
  });

  it('keeps colours when the filter changes, and counts under it', () => {
    const other = categoryStyles({ names, totals, counts: new Map([[1, 99]]) }, palette);
    for (const id of ids) expect(other.get(id)?.colour).toBe(styles.get(id)?.colour);
    expect(styles.get(3)?.count).toBe(7);
    expect(other.get(3)?.count).toBe(0);
  });
});
