/** Unit and engine tests; the end-to-end tests have a configuration of their own beside them. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test/unit', '<rootDir>/test/engine'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	modulePathIgnorePatterns: ['<rootDir>/.run', '<rootDir>/dist'],
	testTimeout: 20_000,
};
