// "Cite this": the answer in words, and its frozen address, to be copied.
import { useState } from 'react';
import { citationOf } from '../../src/views/pages/cite.ts';
import type { PageModel } from '../../src/views/pages/page.ts';
import { useNavigation } from '../app/navigation.tsx';
import styles from './cite.module.css';

export function Cite({ model }: { model: PageModel }) {
  const { shell, address, isLive } = useNavigation();
  const [isCopied, setCopied] = useState(false);
  const citation = citationOf(model, shell, address);
  if (citation === null) return null;
  const words = `${citation.text} ${citation.address}`;
  return (
    <details className={styles.cite}>
      <summary>Cite this</summary>
      <p>
        {citation.text} <a href={citation.address}>{citation.address}</a>
      </p>
      <p className={styles.hint}>The address gives this very answer for ever, whatever is reported or judged later.</p>
      {isLive ? (
        <p>
          <button
            type="button"
            className={styles.copy}
            onClick={() => void navigator.clipboard?.writeText(words).then(() => setCopied(true))}
          >
            Copy
          </button>{' '}
          <span role="status">{isCopied ? 'Copied.' : ''}</span>
        </p>
      ) : null}
    </details>
  );
}
