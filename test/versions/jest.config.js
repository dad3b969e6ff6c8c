const shared = require('../harness/jest');

/** The packed node in a real n8n of another version. */
module.exports = {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/test/versions'],
	maxWorkers: 1,
	testTimeout: 180_000,
};
