// Names are compared without case, accents and punctuation.

/** "Opération  Barkhane!" -> "operation barkhane". */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
