/** In the order in which to look: each names the ones after it as well. */
const BROWSERS = [
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['opera', /\bOPR\/|\bOpera\b/],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /\b(Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ['safari', /\bSafari\//],
] as const;

const SYSTEMS = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(iPhone|iPad|iPod)\b/],
  ['chromeos', /\bCrOS\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\bMac(intosh| OS X)\b/],
  ['linux', /\bLinux\b|\bX11\b/],
] as const;

/** Kind of browser and system, as in 'firefox/windows': all that is kept of what a browser says of itself. */
export function browserKind(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  const nameIn = (kinds: readonly (readonly [string, RegExp])[]) =>
    kinds.find(([, mark]) => mark.test(text))?.[0] ?? 'other';
  return `${nameIn(BROWSERS)}/${nameIn(SYSTEMS)}`;
}
