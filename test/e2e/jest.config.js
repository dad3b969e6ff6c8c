const shared = require('../harness/jest');

/**
 * End-to-end tests: each test file with a fresh n8n. Two at a time, because they wait more than they
 * work; more would slow the editor down on a small machine.
 */
module.exports = {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/test/e2e'],
	maxWorkers: 2,
	testSequencer: '<rootDir>/test/e2e/longestFirst.js',
	testTimeout: 180_000,
};
