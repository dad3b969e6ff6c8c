/** End-to-end tests: one n8n at a time, each test file with a fresh one. */
module.exports = {
	rootDir: '../..',
	roots: ['<rootDir>/test/e2e'],
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	modulePathIgnorePatterns: ['<rootDir>/.run', '<rootDir>/dist'],
	maxWorkers: 1,
	testTimeout: 180_000,
};
