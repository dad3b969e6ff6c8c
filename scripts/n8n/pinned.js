/** Installs what a manifest with a lock file pins into a folder of its own. */

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { withLock } = require('../lib/lock');
const { npmInstallLocked } = require('../lib/npm');
const { step } = require('../lib/progress');

const MANIFESTS = ['package.json', 'package-lock.json'];

/** @typedef {{ manifestFolder: string, folder: string }} Pinned */

/**
 * Installs it unless it is there already, without any of the packages' install scripts.
 *
 * @param {Pinned} wanted
 * @param {string} title what is being done
 * @param {() => Promise<void>} [afterwards] belongs to the installation
 */
async function installPinned(wanted, title, afterwards) {
	await withLock(wanted.folder, async () => {
		const manifest = fingerprint(wanted);
		// Written last: an installation without it was interrupted and is done again.
		const stampFile = path.join(wanted.folder, 'installed.json');
		if (isInstalled(stampFile, manifest)) return;
		fs.rmSync(stampFile, { force: true });
		await installPackages(wanted, title);
		await afterwards?.();
		fs.writeFileSync(stampFile, JSON.stringify({ manifest }));
	});
}

/**
 * What must be installed again when it changes: the pinned packages, the kind of machine.
 *
 * @param {Pinned} wanted
 */
function fingerprint({ manifestFolder }) {
	const hash = crypto.createHash('sha256').update(`${process.platform} ${process.arch}`);
	for (const name of MANIFESTS) hash.update(fs.readFileSync(path.join(manifestFolder, name)));
	return hash.digest('hex');
}

/**
 * @param {string} stampFile
 * @param {string} manifest
 */
function isInstalled(stampFile, manifest) {
	try {
		return JSON.parse(fs.readFileSync(stampFile, 'utf8')).manifest === manifest;
	} catch {
		return false;
	}
}

/**
 * @param {Pinned} wanted
 * @param {string} title
 */
async function installPackages({ manifestFolder, folder }, title) {
	for (const name of MANIFESTS) {
		fs.copyFileSync(path.join(manifestFolder, name), path.join(folder, name));
	}
	/** @type {{ packages: Record<string, { os?: string[] }> }} */
	const lock = JSON.parse(fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8'));
	const places = Object.keys(lock.packages).filter((name) => name && !lock.packages[name]?.os);
	const howFar = () => {
		const isThere = (/** @type {string} */ name) =>
			fs.existsSync(path.join(folder, name, 'package.json'));
		return `${places.filter(isThere).length} of ${places.length} packages`;
	};
	const options = { cwd: folder, logFile: path.join(folder, 'install.log') };
	await step(
		title,
		async () => {
			const exitCode = await npmInstallLocked(['--ignore-scripts'], options);
			if (exitCode !== 0) throw new Error(`That could not be installed, see ${options.logFile}`);
		},
		howFar,
	);
}

/**
 * The version of a package that a manifest asks for.
 *
 * @param {Pinned} wanted
 * @param {string} name
 * @returns {string}
 */
function pinnedVersion({ manifestFolder }, name) {
	const file = path.join(manifestFolder, 'package.json');
	return JSON.parse(fs.readFileSync(file, 'utf8')).dependencies[name];
}

module.exports = { installPinned, pinnedVersion };
