/** n8n's queue mode: main process, workers, Redis and PostgreSQL, started once for all tests. */
module.exports = {
	rootDir: '../..',
	roots: ['<rootDir>/test/queue'],
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	modulePathIgnorePatterns: ['<rootDir>/.run', '<rootDir>/dist'],
	maxWorkers: 1,
	testTimeout: 300_000,
};
