// Random secrets that a browser or program holds, of which only the hash is kept; and what is signed with the server's own secret.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Enough for what is random; passwords are hashed by passwords.ts. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const signed = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');

export function isSame(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
