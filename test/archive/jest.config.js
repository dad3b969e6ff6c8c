const shared = require('../harness/jest');

/** A day's recordings of a large contact centre, which take a quarter of an hour and more. */
module.exports = {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/test/archive'],
	maxWorkers: 1,
	testTimeout: 2 * 60 * 60_000,
};
