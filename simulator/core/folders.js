/**
 * Reads `openapi/` and the folders of the simulator. Plain JavaScript, as all that runs on Node.js
 * alone.
 */

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const simulatorFolder = path.resolve(__dirname, '..');
const projectFolder = path.resolve(simulatorFolder, '..');
const sourceFolder = path.join(projectFolder, 'openapi');
const cacheFile = path.join(projectFolder, '.run/openapi/simulator.json');

function sourceHash() {
	const hash = createHash('sha256');
	const files = fs.readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' });
	for (const file of files.filter((name) => name.endsWith('.yaml')).sort()) {
		hash.update(file).update(fs.readFileSync(path.join(sourceFolder, file)));
	}
	return hash.digest('hex');
}

/**
 * The description as one document, in which references lead nowhere else: made anew when a file of it
 * has changed, as that takes a while.
 *
 * @returns {Promise<unknown>}
 * @throws when a file is malformed or missing
 */
async function readDocument() {
	const hash = sourceHash();
	if (fs.existsSync(cacheFile)) {
		const cached = JSON.parse(fs.readFileSync(cacheFile, 'utf8'));
		if (cached.hash === hash) return cached.document;
	}
	// Loaded only when it is needed, as that takes a while, too.
	const { default: RefParser } = require('@apidevtools/json-schema-ref-parser');
	const document = await RefParser.bundle(path.join(sourceFolder, 'openapi.yaml'));
	fs.mkdirSync(path.dirname(cacheFile), { recursive: true });
	// Others may read or write it at the same time, and never see half of it.
	const draft = `${cacheFile}.${process.pid}`;
	fs.writeFileSync(draft, JSON.stringify({ hash, document }));
	fs.renameSync(draft, cacheFile);
	return document;
}

/**
 * The TypeScript files of a folder of the simulator, without their ending; none when there is no such
 * folder.
 *
 * @param {string} folder
 */
function filesOf(folder) {
	const place = path.join(simulatorFolder, folder);
	if (!fs.existsSync(place)) return [];
	return fs
		.readdirSync(place)
		.filter((file) => file.endsWith('.ts'))
		.map((file) => path.basename(file, '.ts'));
}

/**
 * What a file of the simulator exports.
 *
 * @param {string} folder
 * @param {string} name without its ending
 * @returns {unknown}
 */
function load(folder, name) {
	return require(path.join(simulatorFolder, folder, name));
}

module.exports = { filesOf, load, readDocument };
