import { expect, test } from 'vitest';
import { partMarks, stepFrom } from '../../../client/ui/chart-parts.ts';

test('the arrow keys walk from part to part and stop at the ends', () => {
  const order = ['a', 'b', 'c'];
  expect(stepFrom(order, 'a', 1)).toBe('b');
  expect(stepFrom(order, 'b', -1)).toBe('a');
  expect(stepFrom(order, 'c', 1)).toBe('c');
  expect(stepFrom(order, 'a', -1)).toBe('a');
});

test('without a choice, or with one of elsewhere, the walk begins at an end', () => {
  expect(stepFrom(['a', 'b'], null, 1)).toBe('a');
  expect(stepFrom(['a', 'b'], 'somewhere', -1)).toBe('b');
  expect(stepFrom([], null, 1)).toBeNull();
});

/** As much of an element as the marks need: Plot draws in a browser, tests run without one. */
class Mark {
  readonly attributes = new Map<string, string>();
  readonly children: Mark[] = [];
  textContent = '';
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  append(child: Mark): void {
    this.children.push(child);
  }
}

test('marks are named in the order of the data, also when some are left out or drawn in another order', () => {
  const group = new Mark();
  group.children.push(new Mark(), new Mark(), new Mark());
  const document = { createElementNS: () => new Mark() };
  const { render } = partMarks([{ id: 'one', label: 'One: 3' }, null, { id: 'three', label: 'Three: 1' }]);
  // Drawn last to first: the third datum is the first child.
  const context = { document } as unknown as Parameters<typeof render>[4];
  const nothing = {} as unknown as Parameters<typeof render>[1] & Parameters<typeof render>[2];
  const size = {} as unknown as Parameters<typeof render>[3];
  render([2, 1, 0], nothing, nothing, size, context, () => group as unknown as SVGElement);
  expect(group.children.map((mark) => mark.attributes.get('data-part'))).toEqual(['three', undefined, 'one']);
  expect(group.children[0].children[0].textContent).toBe('Three: 1');
});
