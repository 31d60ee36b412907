// For tests: claims of one January, made by hand, with a conflict, a plan, a vote and a suspended mission.

const iraq = { country: 'IQ', name: null };
const report = (id: string, published: string, publisher: string, ...claims: object[]) => ({
  report: { id, published, publisher, title: `Report ${id}`, url: `https://news.example/${id}` },
  claims,
});
const presence = (id: string, party: string, n: number, over: object = {}) => ({
  id,
  kind: 'presence',
  evidence: `${party} has ${n} soldiers in Iraq`,
  party,
  quantity: { min: n, max: n },
  place: iraq,
  ...over,
});

export const JANUARY: readonly object[] = [
  report('a', '2020-01-05', 'Gulf Wire', presence('de-iq', 'DE', 120), presence('hr-iq', 'HR', 14)),
  report(
    'b',
    '2020-01-08',
    'Northern Post',
    presence('de-iq-other', 'DE', 150, { time: { start: '2020-01-05', end: '2020-01-05', basis: 'stated' } }),
    {
      id: 'de-jo',
      kind: 'movement',
      evidence: 'thirty of the Germans are to go to Jordan',
      party: 'DE',
      quantity: { min: 30, max: 30 },
      from: [iraq],
      to: [{ country: 'JO', name: null }],
      move: 'relocate',
      phase: 'planned',
    },
    {
      id: 'training',
      kind: 'status',
      evidence: 'the training mission is suspended',
      party: 'NATO',
      mission: 'NATO Mission Iraq',
      place: iraq,
      status: 'suspended',
    },
    {
      id: 'vote',
      kind: 'decision',
      evidence: 'the parliament voted 170-0 to expel foreign forces',
      body: 'Iraqi parliament',
      action: 'expel',
      vote: { for: 170, against: 0, members: 328 },
      final: false,
      pending: 'the signature of the prime minister',
    },
  ),
  report('c', '2020-01-12', 'Gulf Wire', presence('lt-erbil', 'LT', 40, { place: { country: 'IQ', name: 'Erbil' } })),
];
