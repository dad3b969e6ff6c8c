/** What the npm commands say of options that they do not have. */

const { spawnSync } = require('node:child_process');

/** @param {string[]} args */
function run(...args) {
	const { status, stderr } = spawnSync(process.execPath, ['scripts/run.js', ...args], {
		encoding: 'utf8',
	});
	return { status, text: stderr };
}

it.each([
	['start', '--bogus', /"start" does not know "--bogus"\. There is: --once\./],
	['start', 'once', /does not know "once"/],
	['start:queue', '--bogus', /There is: --once\./],
	['simulator', '--port=1', /"simulator" does not know "--port=1"\. It takes none\./],
	['bench', '--fast', /It takes none\./],
	['compare', '--fast', /It takes none\./],
	['scan', '--fix', /It takes none\./],
	['install:n8n', '--all', /There is: --current\./],
	['nothing', '', /Unknown task "nothing"\. There are: start,/],
])('npm run %s -- %s is refused, with what there is', (task, option, text) => {
	expect(run(task, option)).toEqual({ status: 1, text: expect.stringMatching(text) });
});

it('refuses a known option with an unknown one beside it', () => {
	expect(run('start', '--once', '--bogus').text).toMatch(/"--bogus"/);
});
