import { secureHeaders } from 'hono/secure-headers';

/**
 * Nothing from elsewhere, ever. Inline styles are needed by React Aria and the map; the map's worker starts from a blob.
 * No HSTS: the server speaks plain http, and whoever puts https in front sets it there.
 */
export function securityHeaders() {
  return secureHeaders({
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
  });
}
