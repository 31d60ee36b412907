// What went wrong, and the way on.
import type { ErrorPage } from '../../src/views/pages/page.ts';
import { Heading } from '../parts/heading.tsx';

export const ErrorView = ({ model }: { model: ErrorPage }) => (
  <>
    <Heading title={model.title} lede={model.detail} />
    <p>
      <a href="/">To the situation today</a> · <a href="/search">Search the ledger</a>
    </p>
  </>
);
