// Adding a report: paste a text, choose a file or name an address, see its claims, and keep them or not.
import type { AddPage, Preview, PreviewReport } from '../../src/views/pages/add.ts';
import { FORM_LIMITS, FORMS } from '../../src/views/pages/forms.ts';
import { dayText } from '../../src/views/pages/words.ts';
import { KIND_LABELS } from '../parts/claim-card.tsx';
import { FormToken } from '../parts/form-token.tsx';
import styles from '../parts/forms.module.css';
import { Heading } from '../parts/heading.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import page from './add.module.css';

const { action, fields } = FORMS.add;

export const AddView = ({ model }: { model: AddPage }) => (
  <>
    <Heading
      title="Add a report"
      lede="Paste its text, choose a file, or name its address. Its claims are shown first; nothing is kept before you say so."
    />
    {model.preview === null ? <AddForm /> : <Keep preview={model.preview} />}
  </>
);

const AddForm = () => (
  <form method="post" action={action} encType="multipart/form-data" className={styles.form}>
    <FormToken />
    <input type="hidden" name={fields.step} value="look" />
    <div className={styles.field}>
      <label htmlFor="add-text">Text</label>
      <textarea
        id="add-text"
        name={fields.text}
        maxLength={FORM_LIMITS.paste}
        rows={10}
        aria-describedby="add-text-hint"
      />
      <p id="add-text-hint" className={styles.hint}>
        As it was published, the headline first.
      </p>
    </div>
    <div className={styles.field}>
      <label htmlFor="add-file">or a file</label>
      <input id="add-file" name={fields.file} type="file" aria-describedby="add-file-hint" />
      <p id="add-file-hint" className={styles.hint}>
        Text, Markdown, HTML, PDF, Word, mail, JSON or a feed.
      </p>
    </div>
    <div className={styles.field}>
      <label htmlFor="add-address">or an address</label>
      <input id="add-address" name={fields.address} type="url" placeholder="https://" />
    </div>
    <div className={styles.pair}>
      <div className={styles.field}>
        <label htmlFor="add-publisher">Publisher</label>
        <input id="add-publisher" name={fields.publisher} maxLength={200} />
      </div>
      <div className={styles.field}>
        <label htmlFor="add-published">Day of publication</label>
        <input id="add-published" name={fields.published} type="date" />
      </div>
    </div>
    <button type="submit" className={styles.primary}>
      See its claims
    </button>
  </form>
);

function Keep({ preview }: { preview: Preview }) {
  const { draft, reports, faults } = preview;
  const found = reports.reduce((sum, { claims }) => sum + claims.length, 0);
  const what = reports.length === 1 ? 'the report' : `${reports.length} reports`;
  return (
    <>
      {faults.map((fault) => (
        <p key={fault} className={styles.problem} role="alert">
          {fault}
        </p>
      ))}
      <form method="post" action={action} className={styles.buttons}>
        {reports.length === 0 ? null : (
          <>
            <FormToken back="/add" />
            <input type="hidden" name={fields.step} value="keep" />
            <input type="hidden" name={fields.draft} value={draft} />
            <button type="submit" className={styles.primary}>
              Keep {what} with {found === 1 ? '1 claim' : `${found} claims`}
            </button>
          </>
        )}
        <a href="/add">Keep nothing</a>
      </form>
      {reports.map((report) => (
        <Report key={report.id} report={report} />
      ))}
    </>
  );
}

function Report({ report }: { report: PreviewReport }) {
  const { title, publisher, published, text, claims } = report;
  const marked = { claims, pointed: { claim: null, field: null }, point: () => {} };
  const day = published === null ? 'day not known: it counts as known from today' : dayText(published);
  return (
    <section aria-label={title ?? 'The report'}>
      <h2>{title ?? 'A report without a title'}</h2>
      <p className={styles.hint}>{[publisher ?? 'publisher not known', day].join(' · ')}</p>
      <div className={page.columns}>
        <article className={page.text}>
          {text.map((paragraph) => (
            <p key={paragraph.start}>
              <MarkedText paragraph={paragraph} {...marked} />
            </p>
          ))}
        </article>
        <div>
          <h3>{claims.length === 1 ? '1 claim' : `${claims.length} claims`}</h3>
          {claims.length === 0 ? <p className={styles.hint}>Nothing in it says who is where.</p> : null}
          <ol className={page.claims}>
            {claims.map((claim) => (
              <li key={claim.id} id={`k-${claim.id}`}>
                <strong>{KIND_LABELS[claim.kind]}</strong> {claim.sentence}
                <span>read by {claim.maker}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}
