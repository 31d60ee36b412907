// Headers that keep a page to itself: no script but the site's own files, no frame around it, nothing loaded from elsewhere.
import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from '../context.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Set before the answer is made: an answer whose headers are touched afterwards is made twice over. A route may set its own in their place. */
export const securityHeaders =
  (isHttps: boolean): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    c.header('Content-Security-Policy', POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('X-Frame-Options', 'DENY');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (isHttps) c.header('Strict-Transport-Security', 'max-age=31536000');
    await next();
  };
