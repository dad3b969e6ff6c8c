/**
 * `npm run scan`: what n8n's reviewers check, before they do. The rules of n8n's own scanner on the
 * sources and on the packed package, and what the package holds.
 */

const fs = require('node:fs');
const path = require('node:path');
const { npm } = require('./lib/npm');
const { run: runProgram } = require('./lib/processes');
const { projectFolder, runFolder } = require('./settings');

const scanFolder = path.join(runFolder, 'scan');

/** A package that has grown beyond this has something in it that does not belong there. */
const MAX_PACKED_BYTES = 300_000;

/** Files that must be in the package, beside what its package.json names. */
const PAPERS = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'];

/** What else may be in it: compiled code, icons, codex files and output schemas. */
const CONTENT = [
	/^dist\/(aicc|credentials|nodes)\/.+\.js$/,
	/^dist\/icons\/[^/]+\.svg$/,
	/^dist\/nodes\/[^/]+\/[^/]+\.node\.json$/,
	/^dist\/nodes\/[^/]+\/__schema__\/v[\d.]+\/[^/]+\/[^/]+\.json$/,
];

/** @typedef {{ passed: boolean, message?: string, details?: string }} Analysis */

/**
 * Packs what is built and unpacks it again.
 *
 * @returns {Promise<{ tarball: string, folder: string }>}
 */
async function packAndUnpack() {
	fs.rmSync(scanFolder, { recursive: true, force: true });
	fs.mkdirSync(scanFolder, { recursive: true });
	const logFile = path.join(scanFolder, 'pack.log');
	const pack = ['pack', '--ignore-scripts', `--pack-destination=${scanFolder}`];
	const packed = await npm(pack, { cwd: projectFolder, logFile });
	const name = fs.readdirSync(scanFolder).find((file) => file.endsWith('.tgz'));
	if (packed !== 0 || !name) throw new Error(`The package could not be packed, see ${logFile}`);
	const unpacked = await runProgram('tar', ['-xzf', name], { cwd: scanFolder, logFile });
	if (unpacked !== 0) throw new Error(`The package could not be unpacked, see ${logFile}`);
	return { tarball: path.join(scanFolder, name), folder: path.join(scanFolder, 'package') };
}

/**
 * @param {string} folder
 * @returns {string[]} paths below the folder, with forward slashes
 */
function filesBelow(folder) {
	return fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => fs.statSync(path.join(folder, file)).isFile())
		.map((file) => file.split(path.sep).join('/'))
		.sort();
}

/**
 * What is wrong with the list of files in the package.
 *
 * @param {string[]} files
 * @param {string[]} entries what package.json registers with n8n
 * @returns {string[]}
 */
function contentFindings(files, entries) {
	const missing = [...PAPERS, ...entries].filter((file) => !files.includes(file));
	const extra = files.filter(
		(file) => !PAPERS.includes(file) && !CONTENT.some((pattern) => pattern.test(file)),
	);
	const unregistered = files.filter(
		(file) => /\.(node|credentials)\.js$/.test(file) && !entries.includes(file),
	);
	return [
		...missing.map((file) => `${file} is missing`),
		...extra.map((file) => `${file} does not belong into the package`),
		...unregistered.map((file) => `${file} is not registered in package.json`),
	];
}

/**
 * Runs the rules of n8n's scanner, which by itself looks at published packages only.
 *
 * @param {string} folder the unpacked package
 * @returns {Promise<string[]>}
 */
async function ruleFindings(folder) {
	// The scanner makes a temporary folder as soon as it is loaded.
	process.env.TMPDIR = scanFolder;
	const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(
		require.resolve('@n8n/scan-community-package/scanner/scanner.mjs')
	);
	/** @type {Analysis[]} */
	const analyses = [
		await analyzePackage(projectFolder, SOURCE_FILE_PATTERNS),
		await analyzePackage(folder, ['**/*.js', 'package.json']),
	];
	return analyses
		.filter(({ passed }) => !passed)
		.map(({ message, details }) => `${message}\n${details ?? ''}`);
}

/**
 * Scans what is built.
 *
 * @returns {Promise<number>} exit code
 */
async function scan() {
	const { tarball, folder } = await packAndUnpack();
	const files = filesBelow(folder);
	const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
	const bytes = fs.statSync(tarball).size;
	const findings = [
		...contentFindings(files, [...manifest.n8n.nodes, ...manifest.n8n.credentials]),
		...(await ruleFindings(folder)),
	];
	if (bytes > MAX_PACKED_BYTES) {
		findings.push(`The package has ${bytes} bytes, more than ${MAX_PACKED_BYTES}`);
	}
	for (const finding of findings) console.error(`✗ ${finding}`);
	console.log(
		`${path.basename(tarball)}: ${files.length} files, ${(bytes / 1000).toFixed(1)} kB packed, ${findings.length} findings`,
	);
	return findings.length === 0 ? 0 : 1;
}

async function run() {
	const built = await npm(['run', 'build'], { cwd: projectFolder });
	return built === 0 ? await scan() : built;
}

module.exports = { contentFindings, run, scan };
