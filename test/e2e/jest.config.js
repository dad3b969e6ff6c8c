const shared = require('../../jest.config');

/** End-to-end tests: one n8n at a time, each test file with a fresh one. */
module.exports = {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/test/e2e'],
	maxWorkers: 1,
	testTimeout: 180_000,
};
