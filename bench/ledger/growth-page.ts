// The figures of a growing ledger as a table and as a plot, from the kept results alone.

export interface Growth {
  readonly engine: string;
  readonly machine: string;
  readonly steps: readonly StepFigures[];
}

/** Rates in claims a second, `first` in seconds, the others in milliseconds. */
export interface StepFigures {
  readonly claims: number;
  readonly importRate: number;
  /** Microseconds of processor that taking one in costs, over all threads: what other work on the machine does not change. */
  readonly processor: number;
  /** The server's COPY of plain rows with one index. */
  readonly copyRate: number;
  readonly first: number;
  readonly partyMedian: number;
  readonly party95: number;
  readonly world: number;
  readonly worldAgain: number;
  readonly fresh95: number;
  readonly rows: number;
  readonly megabytes: number;
  readonly peer: {
    readonly partyMedian: number;
    readonly party95: number;
    readonly world: number;
    readonly fresh95: number;
  };
}

const whole = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',');
const short = (n: number): string => (n >= 100 ? whole(n) : n >= 10 ? n.toFixed(0) : n.toFixed(1));

export function growthTable({ engine, machine, steps }: Growth): string {
  const line = (name: string, of: (step: StepFigures) => string): string =>
    `| ${name} | ${steps.map(of).join(' | ')} |`;
  const beside = (own: number, peer: number): string => `${short(own)} (${short(peer)})`;
  return [
    `Machine: ${machine}. In brackets: plain rows in ${engine}, in the same run.`,
    '',
    line('claims in the ledger', (s) => whole(s.claims)),
    `| :--- | ${steps.map(() => '---:').join(' | ')} |`,
    line('import, claims a second (`COPY` of plain rows)', (s) => `${whole(s.importRate)} (${whole(s.copyRate)})`),
    line('processor for one, µs', (s) => whole(s.processor)),
    line('first answer, s: all is read', (s) => short(s.first)),
    line('posture of a party, median ms', (s) => beside(s.partyMedian, s.peer.partyMedian)),
    line('posture of a party, 95 % within ms', (s) => beside(s.party95, s.peer.party95)),
    line('posture of the world at a new day, ms', (s) => beside(s.world, s.peer.world)),
    line('the same again, ms', (s) => short(s.worldAgain)),
    line('new claim committed to shown, 95 % within ms', (s) => beside(s.fresh95, s.peer.fresh95)),
    line('rows of the world', (s) => whole(s.rows)),
    line('memory at most, MB (engine, names and ledger)', (s) => whole(s.megabytes)),
  ].join('\n');
}

// ------------------------------------------------------------------------------------------------ the plot

const [WIDTH, HEIGHT] = [720, 400];
const PANE = { left: 80, right: 200, top: 40, bottom: 48 };
const SERIES: readonly {
  readonly name: string;
  readonly colour: string;
  readonly dash: string;
  of(s: StepFigures): number;
}[] = [
  { name: 'world at a new day', colour: '#1b4965', dash: '', of: (s) => s.world },
  { name: 'party, 95 %', colour: '#ca6702', dash: '', of: (s) => s.party95 },
  { name: 'new claim shown, 95 %', colour: '#2a7f62', dash: '', of: (s) => s.fresh95 },
  { name: 'SQL: world', colour: '#1b4965', dash: '5 4', of: (s) => s.peer.world },
  { name: 'SQL: party, 95 %', colour: '#ca6702', dash: '5 4', of: (s) => s.peer.party95 },
];

/** Milliseconds against claims, both by powers of ten. */
export function growthChart({ engine, steps }: Growth): string {
  const values = SERIES.flatMap(({ of }) => steps.map(of));
  const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  const [first, last] = [Math.log10(steps[0]!.claims), Math.log10(steps.at(-1)!.claims)];
  const x = (claims: number): number =>
    PANE.left + ((Math.log10(claims) - first) / Math.max(last - first, 1e-9)) * (WIDTH - PANE.left - PANE.right);
  const y = (ms: number): number =>
    HEIGHT - PANE.bottom - ((Math.log10(ms) - low) / (high - low)) * (HEIGHT - PANE.top - PANE.bottom);
  const parts: string[] = [];
  for (let power = low; power <= high; power++) {
    const at = y(10 ** power).toFixed(1);
    parts.push(`<line x1="${PANE.left}" x2="${WIDTH - PANE.right}" y1="${at}" y2="${at}" stroke="#8884"/>`);
    parts.push(text(PANE.left - 8, Number(at) + 4, `${10 ** power} ms`, 'end'));
  }
  for (const { claims } of steps) parts.push(text(x(claims), HEIGHT - PANE.bottom + 20, whole(claims), 'middle'));
  parts.push(text((PANE.left + WIDTH - PANE.right) / 2, HEIGHT - 8, 'claims in the ledger', 'middle'));
  parts.push(text(PANE.left, 20, `Time to answer; dashed: plain rows in ${engine}`, 'start'));
  for (const [i, { name, colour, dash, of }] of SERIES.entries()) {
    const points = steps.map((s) => `${x(s.claims).toFixed(1)},${y(of(s)).toFixed(1)}`).join(' ');
    const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
    parts.push(`<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"${dashes}/>`);
    for (const s of steps)
      parts.push(`<circle cx="${x(s.claims).toFixed(1)}" cy="${y(of(s)).toFixed(1)}" r="3" fill="${colour}"/>`);
    const key = PANE.top + 12 + i * 22;
    parts.push(
      `<line x1="${WIDTH - PANE.right + 16}" x2="${WIDTH - PANE.right + 44}" y1="${key}" y2="${key}" stroke="${colour}" stroke-width="2"${dashes}/>`,
    );
    parts.push(text(WIDTH - PANE.right + 52, key + 4, name, 'start'));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Time to answer as the ledger grows">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<g font-family="Inter, system-ui, sans-serif" font-size="12" fill="#333">
${parts.join('\n')}
</g>
</svg>
`;
}

const text = (x: number, y: number, words: string, anchor: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${words}</text>`;
