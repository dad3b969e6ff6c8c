const shared = require('../harness/jest');

/** n8n's queue mode: main process, workers, Redis and PostgreSQL, started once for all tests. */
module.exports = {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/test/queue'],
	maxWorkers: 1,
	testTimeout: 300_000,
};
