import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { isLoopback } from '../config.ts';
import type { AppEnv } from '../deps.ts';

/** Not for names below ours: other servers may live there. The mark of the cookies keeps those from meddling. */
const HTTPS_FOR_A_YEAR = 'max-age=31536000';

/** Nothing from elsewhere, ever. Inline styles are needed by React Aria and the map; the map's worker starts from a blob. */
export function securityHeaders() {
  const always = alwaysHeaders();
  return createMiddleware<AppEnv>(async (c, next) => {
    await always(c, next);
    // Other servers on this machine share its name and may speak plain http.
    if (c.get('way') === 'https' && !isLoopback(new URL(c.req.url).hostname.replace(/^\[|\]$/g, '')))
      c.header('Strict-Transport-Security', HTTPS_FOR_A_YEAR);
  });
}

function alwaysHeaders() {
  return secureHeaders({
    // What is not ours to show (a file somebody attached) carries a stricter policy of its own.
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      workerSrc: ["'self'", 'blob:'],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    // Not 'no-referrer': with it browsers may call the origin of our own requests null.
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: Object.fromEntries(UNUSED.map((feature) => [feature, []])),
  });
}

/** What no page here needs, so that no script in it can ask for it either. */
const UNUSED = [
  'accelerometer',
  'camera',
  'displayCapture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
] as const;
