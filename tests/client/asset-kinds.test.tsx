import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { ASSET_KINDS, useAssetKindText } from '../../client/asset-kinds.ts';
import { NEVER_MAPPED } from '../../server/domain/protected-assets.ts';

interface KindsFile {
  kinds: { kind: string; name: string }[];
}
const { kinds } = JSON.parse(readFileSync('data/asset-kinds.json', 'utf8')) as KindsFile;

function textOf(kind: string): string {
  const Kind = () => useAssetKindText()(kind);
  return renderToStaticMarkup(createElement(IntlProvider, { locale: 'en' }, createElement(Kind)));
}

describe('kinds of assets', () => {
  it('have the names of the lists that imports go by', () => {
    const named = Object.entries(ASSET_KINDS).map(([kind, { defaultMessage }]) => [kind, defaultMessage]);
    expect(Object.fromEntries(named)).toEqual(
      Object.fromEntries([...kinds, ...NEVER_MAPPED].map(({ kind, name }) => [kind, name])),
    );
  });

  it('are words when a place has made them up', () => {
    expect(textOf('transport_stop')).toBe('Transport stop');
    expect(textOf('corner_shop_at_night')).toBe('corner shop at night');
    expect(textOf('toString')).toBe('toString');
  });
});
