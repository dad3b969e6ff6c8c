const path = require('node:path');
const shared = require('../../jest.config');
const { engines } = require('../../scripts/settings');

const engine = engines[process.env.N8N_ENGINE ?? ''];
if (!engine) throw new Error(`N8N_ENGINE is none of ${Object.keys(engines).join(', ')}`);
const modules = path.join(engine.folder, 'node_modules');

/** Operations, lists, credentials and faults: where the node and n8n's engine meet. */
const TESTS = [
	'accessCodes',
	'akSkCredential',
	'callResults',
	'credentials',
	'declarative',
	'fabricOperations',
	'isalesOperations',
	'items',
	'outboundMore',
	'outboundOperations',
	'search',
	'tokenCredential',
	'triggerFaults',
	'faults/cancelAndTimeout',
	'faults/uncertainWrites',
	'faults/refusedKeys',
	'faults/repeats',
	'faults/serviceDown',
];

/** Engine tests on n8n's engine of another version, which the environment names: N8N_ENGINE. */
module.exports = {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/test/engine'],
	testMatch: TESTS.map((name) => `<rootDir>/test/engine/${name}.test.ts`),
	moduleNameMapper: { '^(n8n-core|n8n-workflow|luxon|reflect-metadata)$': `${modules}/$1` },
	// n8n 1.x leaves timers behind.
	forceExit: true,
	// The other engine lies in .run.
	modulePathIgnorePatterns: ['<rootDir>/dist'],
};
