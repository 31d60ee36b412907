// The check of claims made elsewhere against their report's text, over the built gazetteer.
import type { Services } from './app/services.ts';
import { createGrounder } from './extract/grounding.ts';
import { readText } from './text/read-text.ts';
import { gazetteer } from './wire-gazetteer.ts';

export const grounderOf: Services['grounderOf'] = ({ text, title, published }) =>
  createGrounder(readText(text ?? '', { title, published }), gazetteer());
