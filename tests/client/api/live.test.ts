import { describe, expect, it } from 'vitest';
import { touchedBy } from '../../../client/api/live.ts';

describe('touchedBy', () => {
  it('asks again for what a changed record makes old', () => {
    expect(touchedBy('{"kind":"changed","object":"area","id":"4"}')).toContainEqual(['areas']);
    expect(touchedBy('{"kind":"changed","object":"import","id":"a"}')).toContainEqual(['datasets']);
    expect(touchedBy('{"kind":"changed","object":"publication","id":"p"}')).toEqual([
      ['publications'],
      ['published'],
      ['public-answers'],
      ['published-answers'],
      ['chain'],
    ]);
    expect(touchedBy('{"kind":"changed","object":"dataset","id":"1"}')).toContainEqual([
      'problems',
      'linked',
    ]);
  });

  it.each(['dataset', 'import'])('asks for whatever a changed %s may hold', (object) => {
    const touched = touchedBy(JSON.stringify({ kind: 'changed', object, id: '1' }));
    for (const kind of ['incidents', 'areas', 'assets', 'streets']) expect(touched).toContainEqual([kind]);
  });

  it.each(['', 'null', '{}', '{"object":"unheard-of"}', '{"object":7}', 'not json'])(
    'touches nothing on %j',
    (data) => {
      expect(touchedBy(data)).toEqual([]);
    },
  );
});
