// A page as a whole document: the app rendered, and the same answer as JSON for the browser to go on from.
import { renderToString } from 'react-dom/server';
import type { PageAnswer } from '../src/views/pages/page.ts';
import { App } from './app/app.tsx';
import { headOf } from './app/head.ts';
import icon from './style/icon.svg?url';
import './style/base.css';

export function render(answer: PageAnswer, address: string): string {
  const { model, shell } = answer;
  const { title, description, picture, canonical, feed } = headOf(model, shell, address);
  const feeds = feed === null ? '' : `<link rel="alternate" type="application/atom+xml" href="${escaped(feed)}">\n`;
  const body = renderToString(<App first={answer} firstAddress={address} />);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<meta name="description" content="${escaped(description)}">
<meta property="og:title" content="${escaped(title)}">
<meta property="og:description" content="${escaped(description)}">
<meta property="og:type" content="website">
<link rel="canonical" href="${escaped(canonical)}">
${picture === null ? '' : `<meta property="og:image" content="${escaped(picture)}">\n<meta property="og:image:type" content="image/png">\n<meta property="og:image:width" content="1200">\n<meta property="og:image:height" content="630">\n<meta name="twitter:card" content="summary_large_image">\n`}${feeds}<link rel="icon" href="${icon}" type="image/svg+xml">
<link rel="preload" href="${__FILES__.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${__FILES__.style}">
<script type="module" src="${__FILES__.script}"></script>
</head>
<body>
<div id="app">${body}</div>
<script type="application/json" id="answer">${JSON.stringify(answer).replace(/[<>&\u2028\u2029]/g, unicode)}</script>
</body>
</html>
`;
}

/** Nothing in the data can end the element that holds it. */
const unicode = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => ENTITIES[c]!);
