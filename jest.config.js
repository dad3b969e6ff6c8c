/** Unit, contract and engine tests; the end-to-end tests have a configuration of their own beside them. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test/unit', '<rootDir>/test/contract', '<rootDir>/test/engine'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	modulePathIgnorePatterns: ['<rootDir>/.run', '<rootDir>/dist'],
	testTimeout: 60_000,
	// Jest would take one worker on two cores; the tests wait more than they work.
	maxWorkers: '100%',
};
