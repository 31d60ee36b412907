// Role nouns: "<demonym> defence ministry", "lawmakers", "army chief": who speaks or decides, whose it is said beside it.
import type { Token } from '../text/document.ts';
import type { AtlasTables, RoleWord } from './curated.ts';
import { partsOfToken } from './name-parts.ts';

/** Tokens [from, to) that name a role. */
export interface RoleMention extends RoleWord {
  readonly from: number;
  readonly to: number;
}

/** Reads the longest role noun at a token; letters' case does not matter. */
export function roleFinder(roles: AtlasTables['roles']): (tokens: readonly Token[], at: number) => RoleMention | null {
  const byKey = new Map<string, RoleWord>();
  const starts = new Set<string>();
  for (const [key, role, person] of roles) {
    byKey.set(key, { role, person });
    for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) starts.add(key.slice(0, at));
  }
  return (tokens, at) => {
    let key = '';
    let found: RoleMention | null = null;
    for (let i = at; i < tokens.length; i++) {
      const parts = partsOfToken(tokens[i]!.lower);
      if (parts === null || (parts.length === 0 && i === at)) break;
      if (parts.length > 0) key = key === '' ? parts.join(' ') : `${key} ${parts.join(' ')}`;
      const word = byKey.get(key);
      if (word !== undefined) found = { ...word, from: at, to: i + 1 };
      if (!starts.has(key)) break;
    }
    return found;
  };
}
