const shared = require('./test/harness/jest');

/** Loaded once a worker and shared by its test files, see `test/harness/environment.js`. */
const LOADED_ONCE = [
	'ajv',
	'axios',
	'fastify',
	'luxon',
	'n8n-core',
	'n8n-workflow',
	'reflect-metadata',
	'selfsigned',
	'typescript',
].join('|');

/** Unit, contract and engine tests; the others have a configuration of their own beside them. */
module.exports = {
	...shared,
	testEnvironment: '<rootDir>/test/harness/environment.js',
	roots: ['<rootDir>/test/unit', '<rootDir>/test/contract', '<rootDir>/test/engine'],
	transform: {
		...shared.transform,
		[`/(dist/.+|node_modules/(${LOADED_ONCE})/.+|test/harness/idle)\\.c?js$`]:
			'<rootDir>/test/harness/handIn.js',
	},
	transformIgnorePatterns: [`/node_modules/(?!(${LOADED_ONCE})/)`],
	// Each failure is told once.
	reporters: ['<rootDir>/test/harness/reporter.js', ['summary', { summaryThreshold: Infinity }]],
	testTimeout: 60_000,
	// Jest would take one worker on two cores; the tests wait more than they work.
	maxWorkers: '100%',
	// Files share a process, see `environment.js`: one that has filled up gives way to a new one.
	workerIdleMemoryLimit: '600MB',
};
