import { describe, expect, it } from 'vitest';
import { browserKind } from '../../../server/auth/browser-kind.ts';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0';

describe('the kind of a browser', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'firefox/windows'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`, 'chrome/linux'],
    [`Mozilla/5.0 (Windows NT 10.0) ${CHROME} Safari/537.36 Edg/143.0.0.0`, 'edge/windows'],
    [`Mozilla/5.0 (Linux; Android 16; K) ${CHROME} Mobile Safari/537.36`, 'chrome/android'],
    [`Mozilla/5.0 (Linux; Android 15) SamsungBrowser/29.0 ${CHROME} Safari/537.36`, 'samsung/android'],
    [`Mozilla/5.0 (X11; CrOS x86_64 16000.0.0) ${CHROME} Safari/537.36`, 'chrome/chromeos'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15', 'safari/mac'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1', 'safari/ios'],
    ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) FxiOS/145.0 Mobile Safari/604.1', 'firefox/ios'],
    ['curl/8.5.0', 'other/other'],
    ['', 'other/other'],
    [undefined, 'other/other'],
    ['<script>alert(1)</script>'.repeat(1000), 'other/other'],
  ])('%s is %s', (agent, kind) => expect(browserKind(agent)).toBe(kind));
});
