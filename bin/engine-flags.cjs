// How V8 runs the program: most runs are short, and in them optimising takes as much processor time as it saves. A function is optimised
// after seven times as much work as by V8's own measure. To be loaded before any code of the program: compiled code tells flags apart.
'use strict';
const { setFlagsFromString } = require('node:v8');

/** Bytes of bytecode that a function runs before it is optimised; V8's own measure is 67,584. */
const INTERRUPT_BUDGET = 500_000;

// Only the V8 of Node 20 knows the flag: later ones, which measure work otherwise, print a complaint (test/packed/nodes.test.ts).
if (process.versions.node.startsWith('20.')) setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
