/** The packages of this project itself, as its lock file says. */

const fs = require('node:fs');
const path = require('node:path');
const { withLock } = require('./lib/lock');
const { npmInstallLocked } = require('./lib/npm');
const { step } = require('./lib/progress');
const { projectFolder, runFolder } = require('./settings');

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 */

/** Installs them unless exactly those are there. */
async function installProjectDependencies() {
	if (areInstalled()) return;
	await withLock(path.join(runFolder, 'dependencies'), async () => {
		if (areInstalled()) return;
		await step('Installing the packages of this project (about 1 minute, once)', async () => {
			const logFile = path.join(runFolder, 'dependencies/install.log');
			// .npmrc says why none of their install scripts run.
			const exitCode = await npmInstallLocked(['--include=dev'], { cwd: projectFolder, logFile });
			if (exitCode !== 0) throw new Error(`The packages could not be installed, see ${logFile}`);
		});
	});
}

/**
 * Compares the lock file with the one that npm leaves in node_modules, as its last step, of what it
 * installed.
 */
function areInstalled() {
	const wanted = readLock(path.join(projectFolder, 'package-lock.json'));
	const installed = readLock(path.join(projectFolder, 'node_modules/.package-lock.json'));
	if (!wanted || !installed) return false;
	return Object.entries(wanted.packages).every(
		([name, { version, optional }]) =>
			name === '' ||
			installed.packages[name]?.version === version ||
			(optional && !installed.packages[name]),
	);
}

/**
 * @param {string} file
 * @returns {LockFile | undefined}
 */
function readLock(file) {
	try {
		return JSON.parse(fs.readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

module.exports = { installProjectDependencies };
