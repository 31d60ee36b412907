// Goes on in the browser from what the server rendered.
import { hydrateRoot } from 'react-dom/client';
import type { PageAnswer } from '../src/views/pages/page.ts';
import { App } from './app/app.tsx';
import './style/base.css';
// Named by the page's head alone: without this it would not be among the files.
import './style/icon.svg?url';

const answer = JSON.parse(document.getElementById('answer')!.textContent) as PageAnswer;
const { pathname, search } = window.location;
hydrateRoot(document.getElementById('app')!, <App first={answer} firstAddress={pathname + search} />);
