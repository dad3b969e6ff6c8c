/**
 * `npm run release -- <version>`: tests, then makes the version, the changelog and the tag in one
 * commit. Pushing the tag starts .github/workflows/publish.yml, which publishes.
 */

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { npm } = require('./lib/npm');
const { projectFolder } = require('./settings');
const { run: runTests } = require('./test');

const BRANCH = 'main';
const PARTS = ['major', 'minor', 'patch'];
const USAGE = `Say which: npm run release -- <${PARTS.join(' | ')} | 1.2.3>`;
const UNRELEASED = '## Unreleased';

/**
 * @param {string} current the version of package.json
 * @param {string} wanted a version, or the part of it that goes up
 * @returns {string}
 */
function nextVersion(current, wanted) {
	const numbers = current.split('.').map(Number);
	const part = PARTS.indexOf(wanted);
	if (part >= 0) {
		return numbers
			.map((number, index) => (index < part ? number : index === part ? number + 1 : 0))
			.join('.');
	}
	if (!/^\d+\.\d+\.\d+$/.test(wanted)) throw new Error(USAGE);
	const steps = wanted.split('.').map((number, index) => Number(number) - (numbers[index] ?? 0));
	if ((steps.find((step) => step !== 0) ?? 0) < 0) {
		throw new Error(`${wanted} is older than ${current}`);
	}
	return wanted;
}

/**
 * Gives what is unreleased a version and a day.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {string} day
 * @returns {string}
 */
function releasedChangelog(changelog, version, day) {
	const start = changelog.indexOf(`${UNRELEASED}\n`);
	const rest = changelog.slice(start + UNRELEASED.length);
	const entries = rest.split('\n## ', 1)[0] ?? '';
	if (start < 0 || entries.trim() === '') {
		throw new Error(`CHANGELOG.md has nothing below "${UNRELEASED}": say what is new there.`);
	}
	return `${changelog.slice(0, start)}${UNRELEASED}\n\n## ${version} - ${day}${rest}`;
}

/**
 * @param {...string} args
 * @returns {string} what git says
 */
function git(...args) {
	return execFileSync('git', args, { cwd: projectFolder, encoding: 'utf8' }).trim();
}

/** @param {string} tag */
function assertReleasable(tag) {
	if (git('status', '--porcelain') !== '') throw new Error('Commit your changes first.');
	if (git('branch', '--show-current') !== BRANCH) throw new Error(`Release from ${BRANCH} only.`);
	if (git('tag', '--list', tag) !== '') throw new Error(`${tag} is there already.`);
}

/** @param {string[]} args */
async function run([wanted = '', ...others]) {
	if (others.length > 0) {
		throw new Error(`A release takes a version and nothing else, not "${others.join(' ')}".`);
	}
	const changelogFile = path.join(projectFolder, 'CHANGELOG.md');
	const manifestFile = path.join(projectFolder, 'package.json');
	const version = nextVersion(JSON.parse(fs.readFileSync(manifestFile, 'utf8')).version, wanted);
	const tag = `v${version}`;
	assertReleasable(tag);
	const day = new Date().toISOString().slice(0, 10);
	const changelog = releasedChangelog(fs.readFileSync(changelogFile, 'utf8'), version, day);
	if ((await runTests([])) !== 0) return 1;

	fs.writeFileSync(changelogFile, changelog);
	const set = ['version', version, '--no-git-tag-version', '--allow-same-version'];
	if ((await npm(set, { cwd: projectFolder })) !== 0) return 1;
	git('commit', '--all', `--message=Release ${version}`);
	git('tag', '--annotate', tag, `--message=${tag}`);
	console.log(`\n${tag} is made. To publish it: git push --follow-tags origin ${BRANCH}`);
	return 0;
}

module.exports = { nextVersion, releasedChangelog, run };
