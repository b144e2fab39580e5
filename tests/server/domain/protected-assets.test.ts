import { describe, expect, it } from 'vitest';
import { holdsPosition, protectedKinds } from '../../../server/domain/protected-assets.ts';

describe('places that are never put on a map', () => {
  const { ofKind, ofText } = protectedKinds();

  it.each([
    ["Women's Shelter", 'shelter'],
    ['SAFE HOUSE 3', 'safe_house'],
    ['safe_house', 'safe_house'],
    ['Frauenhaus Nord', 'shelter'],
    ['Casa de acogida', 'shelter'],
    ['بيت آمن', 'safe_house'],
    ['Centro de la Mujer', 'women_space'],
    ['Women’s safe space', 'women_space'],
    ['Domestic violence shelter', 'shelter'],
  ])('are told by “%s”', (text, kind) => {
    expect(ofText(text)).toBe(kind);
    expect(ofKind(text)).toBe(kind);
  });

  it.each(['shelter', 'Shelters', 'refuge', 'Albergue'])('are told by the kind “%s”', (text) => {
    expect(ofKind(text)).toBe('shelter');
    expect(ofText(text)).toBeNull();
  });

  it.each(['Bus shelter 12', 'Animal Shelter', 'Wildlife refuge', 'Picnic shelter', 'School', ''])(
    'are not “%s”',
    (text) => {
      expect(ofKind(text)).toBeNull();
      expect(ofText(text)).toBeNull();
    },
  );

  it('are told by a kind of the workspace as well', () => {
    const own = protectedKinds([{ kind: 'mediation_house', name: 'Mediation house' }]);
    expect(own.ofKind('Mediation House')).toBe('mediation_house');
    expect(own.ofText('The mediation house of the hill')).toBe('mediation_house');
  });
});

describe('a position in words', () => {
  it.each(['-1.2921, 36.8219', '1°17′S', 'https://maps.app.goo.gl/x', 'at 52.5200 and 13.4050'])(
    'is “%s”',
    (text) => expect(holdsPosition(text)).toBe(true),
  );
  it.each(['Call 0800 123 456', 'Ask at the clinic', '+254 700 000 000', '24 h, 7 days'])(
    'is not “%s”',
    (text) => expect(holdsPosition(text)).toBe(false),
  );
});
