// The app: one answer shown at a time, the next one fetched when a link or form of ours is followed.
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PageAnswer } from '../../src/views/pages/page.ts';
import { Page } from '../pages/page.tsx';
import { Cite } from '../parts/cite.tsx';
import { Footer } from '../parts/footer.tsx';
import styles from '../parts/frame.module.css';
import { Header } from '../parts/header.tsx';
import { fetchAnswer } from './answers.ts';
import { headOf } from './head.ts';
import { addressOfClick, addressOfForm } from './links.ts';
import { useLedgerChanges } from './live.ts';
import { daysOf, type Navigation, NavigationProvider } from './navigation.tsx';

export interface AppProps {
  readonly first: PageAnswer;
  readonly firstAddress: string;
}

export function App(props: AppProps) {
  const [client] = useState(
    () =>
      new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <Shown {...props} />
    </QueryClientProvider>
  );
}

function Shown({ first, firstAddress }: AppProps) {
  const [address, setAddress] = useState(firstAddress);
  const [isLive, setLive] = useState(false);
  const client = useQueryClient();
  const answer = useQuery({
    queryKey: ['page', address],
    queryFn: ({ signal }) => fetchAnswer(address, signal),
    ...(address === firstAddress ? { initialData: first } : {}),
    placeholderData: (previous) => previous,
  });
  const { model, shell, notice } = answer.data ?? first;
  const main = useRef<HTMLElement>(null);
  const follows = useRef(false);

  const go = useCallback<Navigation['go']>((next, { replace = false } = {}) => {
    const [path] = next.split('#');
    if (replace) window.history.replaceState(null, '', next);
    else window.history.pushState(null, '', next);
    follows.current = !replace;
    setAddress(path!);
  }, []);
  const refresh = useCallback(async () => {
    await client.invalidateQueries({ queryKey: ['page'] });
  }, [client]);

  useEffect(() => {
    setLive(true);
    document.documentElement.dataset['live'] = 'true';
    const back = () => setAddress(window.location.pathname + window.location.search);
    const click = (event: MouseEvent) => {
      const next = addressOfClick(event);
      if (next === null) return;
      event.preventDefault();
      go(next);
    };
    const submit = (event: SubmitEvent) => {
      const next = addressOfForm(event);
      if (next === null) return;
      event.preventDefault();
      go(next);
    };
    window.addEventListener('popstate', back);
    document.addEventListener('click', click);
    document.addEventListener('submit', submit);
    return () => {
      window.removeEventListener('popstate', back);
      document.removeEventListener('click', click);
      document.removeEventListener('submit', submit);
    };
  }, [go]);
  useLedgerChanges(refresh);

  // After a link was followed the new page is announced and read from its top, as after a reload.
  const shownAddress = answer.isPlaceholderData ? null : address;
  useEffect(() => {
    if (shownAddress === null) return;
    document.title = headOf(model, shell, shownAddress).title;
    if (!follows.current) return;
    follows.current = false;
    const hash = window.location.hash.slice(1);
    main.current?.focus({ preventScroll: true });
    // Only a move to the fragment itself makes the browser mark what it points at.
    if (hash !== '' && document.getElementById(hash) !== null) window.location.replace(`#${hash}`);
    else window.scrollTo(0, 0);
  }, [shownAddress, model, shell]);

  const navigation = useMemo<Navigation>(
    () => ({ address, shell, days: daysOf(address), isLoading: answer.isPlaceholderData, isLive, go, refresh }),
    [address, shell, answer.isPlaceholderData, isLive, go, refresh],
  );
  return (
    <NavigationProvider value={navigation}>
      <Header />
      <main id="main" ref={main} tabIndex={-1} aria-busy={answer.isPlaceholderData}>
        {notice === null ? null : (
          <p className={notice.kind === 'problem' ? styles.problem : styles.notice} role="status">
            {notice.text}
          </p>
        )}
        <Page model={answer.isError && !answer.data ? unreachable : model} />
        <Cite model={model} />
      </main>
      <Footer />
    </NavigationProvider>
  );
}

const unreachable = {
  page: 'error',
  status: 0,
  title: 'The ledger does not answer',
  detail: 'The connection may be down. What you see stays; try again in a moment.',
} as const;
