/** What is made by a command is what its sources say. */

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const projectFolder = path.resolve(__dirname, '../../..');

// In a process of its own: it loads the node as a script does, and runs its operations.
it('is up to date, or npm run generate makes it so', () => {
	const { stderr } = spawnSync(process.execPath, ['scripts/run.js', 'generate', '--check'], {
		cwd: projectFolder,
		encoding: 'utf8',
	});
	expect(stderr.trim()).toBe('');
});
