/** Packs this project's node and installs it where a user's n8n keeps its community nodes. */

const fs = require('node:fs');
const path = require('node:path');
const settings = require('../settings');
const { npm } = require('../lib/npm');

/** The flags with which n8n itself installs a community package. */
const N8N_INSTALL_FLAGS = [
	'--bin-links=false',
	'--install-strategy=shallow',
	'--ignore-scripts=true',
	'--package-lock=false',
	'--legacy-peer-deps',
];

/**
 * Builds the package and packs it as it would be published.
 *
 * @returns {Promise<string>} the tarball
 */
async function packNodePackage() {
	const { packageFolder, projectFolder } = settings;
	fs.rmSync(packageFolder, { recursive: true, force: true });
	fs.mkdirSync(packageFolder, { recursive: true });
	const logFile = path.join(packageFolder, 'build.log');
	const options = { cwd: projectFolder, logFile };
	for (const args of [
		['run', 'build'],
		['pack', '--ignore-scripts', `--pack-destination=${packageFolder}`],
	]) {
		if ((await npm(args, options)) !== 0) {
			throw new Error(`npm ${args[0]} failed:\n${fs.readFileSync(logFile, 'utf8')}`);
		}
	}
	const tarball = fs.readdirSync(packageFolder).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error(`npm pack has left no tarball in ${packageFolder}`);
	return path.join(packageFolder, tarball);
}

/**
 * Installs the tarball into an n8n user folder, in the place of an earlier one.
 *
 * @param {string} tarball
 * @param {string} userFolder
 */
async function installNodePackage(tarball, userFolder) {
	const folder = path.join(userFolder, '.n8n/nodes');
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	const manifest = { name: 'installed-nodes', private: true, dependencies: {} };
	fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
	const logFile = path.join(userFolder, 'install-node.log');
	const exitCode = await npm(['install', ...N8N_INSTALL_FLAGS, tarball], { cwd: folder, logFile });
	if (exitCode !== 0) throw new Error(`The node could not be installed, see ${logFile}`);
}

module.exports = { installNodePackage, packNodePackage };
