// The documentation's order. A page of docs/ that is not here fails the build: nobody would find it.

/** Pages from outside docs/, by the name they get on the site. */
export const OUTER = {
  'ARCHITECTURE.md': 'architecture',
  'CONTRIBUTING.md': 'contributing',
  'CHANGELOG.md': 'changelog',
  'SECURITY.md': 'security',
  'data/SOURCES.md': 'data-sources',
};

/** Pages that the build makes, with their titles. */
export const MADE = { cli: 'Every option' };

/** The file of the repository behind what the generator calls ./docs/NAME.md; for a page that the build makes, where it would lie. */
export function sourceOf(inputPath) {
  const name = inputPath.replace(/^.*\/|\.md$/g, '');
  return Object.keys(OUTER).find((file) => OUTER[file] === name) ?? `docs/${name}.md`;
}

/** Headings of the side bar with the pages under each: a page's name on the site, and its short title. */
export const SECTIONS = [
  {
    title: 'Start',
    pages: [
      ['index', 'What it is'],
      ['tutorial', 'Ten minutes'],
      ['commands', 'Commands'],
      ['cli', 'Every option'],
      ['glossary', 'Words'],
    ],
  },
  {
    title: 'What the numbers mean',
    pages: [
      ['how-a-number-is-made', 'How a number is made'],
      ['claims', 'The claim'],
      ['accuracy', 'Accuracy'],
      ['comparison', 'How it compares'],
      ['ethics', 'What it is not for'],
    ],
  },
  {
    title: 'In and out',
    pages: [
      ['intake', 'Reports in'],
      ['feeds', 'Feeds in'],
      ['tables', 'Tables in'],
      ['exports', 'Exports'],
      ['ledger', 'The ledger'],
      ['library', 'The library'],
      ['models', 'Language models'],
      ['assistants', 'Assistants'],
    ],
  },
  {
    title: 'Serving',
    pages: [
      ['web', 'The web site'],
      ['server', 'Running a server'],
      ['api', 'The API'],
      ['queue', 'Many hosts'],
      ['deploy', 'Deploying'],
      ['scale', 'What breaks first'],
      ['performance', 'Performance'],
      ['security', 'Security'],
    ],
  },
  {
    title: 'Making it better',
    pages: [
      ['gazetteer', 'Names'],
      ['data-sources', 'Data and licences'],
      ['writing-rules', 'Writing rules'],
      ['rules', 'All rules'],
      ['architecture', 'Architecture'],
      ['contributing', 'Contributing'],
      ['changelog', 'Changes'],
    ],
  },
];
