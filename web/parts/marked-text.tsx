// A paragraph with its quotations marked by kind and numbered; the fields of the claim pointed at are marked within.
import type { Paragraph, Piece } from '../../src/views/pages/marked-text.ts';
import type { ReportClaim } from '../../src/views/pages/report.ts';
import styles from './marked-text.module.css';

/** The claim that the pointer or the focus is on, and a field of it. */
export interface Pointed {
  readonly claim: number | null;
  readonly field: string | null;
}

export interface Marking {
  readonly claims: readonly Pick<ReportClaim, 'id' | 'number' | 'kind' | 'evidence'>[];
  readonly pointed: Pointed;
  readonly point: (pointed: Pointed) => void;
}

export const MarkedText = ({ paragraph, ...marking }: Marking & { readonly paragraph: Paragraph }) => (
  <>
    {offsets(paragraph).map(([offset, piece]) =>
      piece.claims.length === 0 ? piece.text : <Marked key={offset} piece={piece} {...marking} />,
    )}
  </>
);

function Marked({ piece, claims, pointed, point }: Marking & { readonly piece: Piece }) {
  // Of quotations that lie over one another the shortest is what a reader points at.
  const inner = [...piece.claims].sort((a, b) => claims[a]!.evidence.length - claims[b]!.evidence.length)[0]!;
  const isPointed = pointed.claim !== null && piece.claims.includes(pointed.claim);
  const isField =
    isPointed &&
    piece.fields.some(
      (one) =>
        one === `${pointed.claim} ${pointed.field}` || (pointed.field === null && one.startsWith(`${pointed.claim} `)),
    );
  const kind = claims[isPointed ? pointed.claim! : inner]!.kind;
  const look = [styles.mark, styles[kind], isPointed ? styles.pointed : '', isField ? styles.field : ''];
  return (
    <>
      {piece.begins.map((at) => (
        <span key={at} id={`c-${claims[at]!.id}`} className={styles.anchor} />
      ))}
      <mark
        className={look.filter(Boolean).join(' ')}
        onPointerEnter={() => point({ claim: inner, field: null })}
        onPointerLeave={() => point({ claim: null, field: null })}
      >
        {piece.text}
      </mark>
      {piece.ends.map((at) => (
        <a
          key={at}
          href={`#k-${claims[at]!.id}`}
          className={`${styles.number} ${styles[claims[at]!.kind]}`}
          aria-label={`Claim ${claims[at]!.number}`}
          onFocus={() => point({ claim: at, field: null })}
          onBlur={() => point({ claim: null, field: null })}
        >
          {claims[at]!.number}
        </a>
      ))}
    </>
  );
}

function offsets({ start, pieces }: Paragraph): (readonly [number, Piece])[] {
  let at = start;
  return pieces.map((piece) => {
    const entry = [at, piece] as const;
    at += piece.text.length;
    return entry;
  });
}
