const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { summarize } = require('../../scripts/summary');

/** @type {string} */
let folder;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aicc-summary-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

/**
 * What jest leaves of a run.
 *
 * @param {string} name
 * @param {object} result
 */
function leave(name, result) {
	const counts = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
	const all = { ...counts, testResults: [], ...result };
	fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(all));
}

const file = path.resolve('test/unit/one.test.js');

describe('the sum of all test runs', () => {
	it('names each failure with its file and its reason', () => {
		const failed = {
			status: 'failed',
			fullName: 'a list is complete',
			failureMessages: ['3 of 4'],
		};
		const passed = { status: 'passed', fullName: 'a list is sorted', failureMessages: [] };
		const testResults = [{ name: file, message: 'both', assertionResults: [failed, passed] }];
		leave('first', { numPassedTests: 1, numFailedTests: 1, testResults });
		leave('second', { numPassedTests: 5 });
		expect(summarize(['first', 'second'], folder)).toEqual({
			passed: 6,
			failed: 1,
			failures: ['test/unit/one.test.js: a list is complete\n3 of 4'],
		});
	});

	it('counts a file that could not run, and a run without a result', () => {
		const testResults = [{ name: file, message: 'Cannot find module', assertionResults: [] }];
		leave('first', { numRuntimeErrorTestSuites: 1, testResults });
		expect(summarize(['first', 'second'], folder)).toEqual({
			passed: 0,
			failed: 2,
			failures: ['test/unit/one.test.js\nCannot find module', 'second: has not come to its end'],
		});
	});
});
