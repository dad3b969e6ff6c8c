/**
 * `npm run generate`: writes every file that is made from others. With `--check` it writes nothing,
 * and names those that are stale.
 *
 * Each file in `scripts/generate` makes some: it exports `files()`, which gives name and content of
 * each, and may say in words what is wrong with a stale one.
 */

const fs = require('node:fs');
const path = require('node:path');
const { findPieces, missingPieces } = require('./lib/missing');
const { projectFolder } = require('./settings');

const generatorFolder = path.join(__dirname, 'generate');

/**
 * @typedef {object} GeneratedFile
 * @property {string} file below the project
 * @property {string} content
 * @property {string} [stale] what is wrong with it when its content is another: "does not know …"
 */

/**
 * @typedef {object} Generator
 * @property {string} name
 * @property {() => Promise<GeneratedFile[]> | GeneratedFile[]} files
 * @property {string[]} after generators that make what this one reads
 */

/** @returns {Generator[]} each after those that it needs */
function generators() {
	/** @type {Generator[]} */
	const waiting = fs
		.readdirSync(generatorFolder)
		.filter((name) => name.endsWith('.js'))
		.sort()
		.map((name) => {
			const { files, after = [] } = require(path.join(generatorFolder, name));
			return { name: path.basename(name, '.js'), files, after };
		});
	/** @type {Generator[]} */
	const ordered = [];
	while (waiting.length > 0) {
		const known = ordered.map(({ name }) => name);
		const next = waiting.findIndex(({ after }) => after.every((name) => known.includes(name)));
		if (next < 0)
			throw new Error(`scripts/generate/${waiting[0]?.name}.js waits for none that there is`);
		ordered.push(...waiting.splice(next, 1));
	}
	return ordered;
}

/** @param {GeneratedFile} made */
function isStale({ file, content }) {
	const place = path.join(projectFolder, file);
	return !fs.existsSync(place) || fs.readFileSync(place, 'utf8') !== content;
}

/**
 * What is wrong with those of the files that are not as they are made, a line each.
 *
 * @param {GeneratedFile[]} files
 * @returns {string[]}
 */
function complaints(files) {
	return files.filter(isStale).map(({ file, stale = 'is not what its sources say' }) => {
		const isThere = fs.existsSync(path.join(projectFolder, file));
		return `${file} ${isThere ? stale : 'is missing'}: run npm run generate`;
	});
}

/**
 * What is stale, a line each.
 *
 * @returns {Promise<string[]>}
 */
async function check() {
	/** @type {string[]} */
	const found = [];
	/** @type {string[]} */
	const staleOnes = [];
	for (const { name, files, after } of generators()) {
		// What is made of something stale says nothing.
		const isUseless = after.some((one) => staleOnes.includes(one));
		const own = isUseless ? [] : complaints(await files());
		if (isUseless || own.length > 0) staleOnes.push(name);
		found.push(...own);
	}
	return found;
}

/** @param {string[]} args */
async function run(args) {
	const missing = missingPieces(findPieces());
	const found = missing.length === 0 && args.includes('--check') ? await check() : missing;
	for (const line of found) console.error(line);
	if (found.length > 0) return 1;
	if (args.includes('--check')) return 0;
	for (const { files } of generators()) {
		for (const made of (await files()).filter(isStale)) {
			const place = path.join(projectFolder, made.file);
			fs.mkdirSync(path.dirname(place), { recursive: true });
			fs.writeFileSync(place, made.content);
			console.log(`wrote ${made.file}`);
		}
	}
	return 0;
}

module.exports = { run };
