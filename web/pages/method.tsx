// About the method: the documentation's own words.
import type { MethodPage } from '../../src/views/pages/lists.ts';
import styles from './method.module.css';

export const MethodView = ({ model }: { model: MethodPage }) => (
  // The text is the project's own documentation, made into HTML when the program was built: nothing of a reader or report is in it.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  <article className={styles.method} dangerouslySetInnerHTML={{ __html: model.html }} />
);
