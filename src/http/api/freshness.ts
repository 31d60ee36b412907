// Whether a client's copy of an answer still holds: the tag of an answer is that of what it is a function of.
import { createHash } from 'node:crypto';

export const entityTag = (key: string): string =>
  `W/"${createHash('sha256').update(key).digest('base64url').slice(0, 22)}"`;

/** Weak comparison (RFC 9110, 8.8.3.2). */
export const isFresh = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.slice(2)) ?? false;
