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

export const securityHeaders =
  (isHttps: boolean): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('Content-Security-Policy', POLICY);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (!headers.has('Cross-Origin-Resource-Policy')) headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    if (isHttps) headers.set('Strict-Transport-Security', 'max-age=31536000');
  };
