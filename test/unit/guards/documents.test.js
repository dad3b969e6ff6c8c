/** What the documents say about the project is there: links, commands, files. */

const path = require('node:path');
const { exists, filesIn, read, readJson } = require('./project');

const documents = filesIn('', /\.md$/);
const manifest = readJson('package.json');

/** Folders of the project that documents write about. */
const FOLDERS = [
	'.github',
	'aicc',
	'credentials',
	'docs',
	'examples',
	'icons',
	'nodes',
	'scripts',
	'simulator',
	'test',
];

/** @param {string} text */
function withoutCode(text) {
	return text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

/**
 * The anchors that GitHub gives the headings of a document.
 *
 * @param {string} file
 */
function anchorsOf(file) {
	/** @type {Map<string, number>} */
	const seen = new Map();
	const headings = read(file)
		.replace(/^```[^]*?^```/gm, '')
		.matchAll(/^#{1,6}\s+(.+?)\s*$/gm);
	return [...headings].map(([, title = '']) => {
		const slug = title
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-');
		const times = seen.get(slug) ?? 0;
		seen.set(slug, times + 1);
		return times === 0 ? slug : `${slug}-${times}`;
	});
}

/**
 * Where a document leads, without what is outside the project.
 *
 * @param {string} file
 */
function linksOf(file) {
	const text = withoutCode(read(file));
	const links = [
		...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g),
		...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm),
		...text.matchAll(/\b(?:src|href)="([^"]+)"/g),
	];
	return links.map(([, target = '']) => target).filter((target) => !/^[a-z]+:/i.test(target));
}

/**
 * Whether a link leads to something.
 *
 * @param {string} from the document with the link
 * @param {string} link
 */
function leadsSomewhere(from, link) {
	const [target = '', anchor] = decodeURIComponent(link).split('#');
	const file = target === '' ? from : path.posix.join(path.posix.dirname(from), target);
	return exists(file) && (anchor === undefined || anchorsOf(file).includes(anchor));
}

it('knows the anchors that GitHub makes', () => {
	expect(anchorsOf('README.md')).toContain('huawei-aicc-aksk-api');
	expect(leadsSomewhere('README.md', '#no-such-heading')).toBe(false);
	expect(leadsSomewhere('README.md', 'docs/no-such-file.md')).toBe(false);
});

describe.each(documents)('%s', (file) => {
	it('has links that lead somewhere', () => {
		expect(linksOf(file).filter((link) => !leadsSomewhere(file, link))).toEqual([]);
	});

	it('names commands that there are', () => {
		const commands = [...read(file).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
			([, script, short]) => script ?? short,
		);
		expect(commands.filter((command) => !(String(command) in manifest.scripts))).toEqual([]);
	});

	it('names files that there are', () => {
		const names = [...read(file).matchAll(/`([\w.-]+\/[\w./-]+)`/g)]
			.map(([, name = '']) => name)
			.filter((name) => FOLDERS.includes(name.split('/')[0] ?? ''));
		expect(names.filter((name) => !exists(name))).toEqual([]);
	});
});

describe('npm scripts', () => {
	const scripts = Object.values(manifest.scripts).map(String);

	it('run programs that there are', () => {
		const tasks = scripts.flatMap(
			(script) => /^node scripts\/run\.js ([\w:]+)$/.exec(script)?.[1] ?? [],
		);
		expect(tasks).toContain('start');
		const files = Object.fromEntries(
			[...read('scripts/run.js').matchAll(/^\t'?([\w:]+)'?: '\.\/([\w-]+)',$/gm)].map(
				([, task, file]) => [task, `scripts/${file}.js`],
			),
		);
		expect(tasks.filter((task) => !exists(files[task] ?? task))).toEqual([]);
	});
});

describe('what n8n links to', () => {
	const sources = [
		...filesIn('credentials', /\.ts$/),
		...filesIn('nodes', /\.node\.json$/),
		'package.json',
	];
	const urls = sources.flatMap((file) =>
		[...read(file).matchAll(/https:\/\/github\.com\/[^\s'"]+/g)].map(([url]) => url),
	);
	const [home] = manifest.homepage.split('#');

	it('is in this repository, and there', () => {
		expect(urls.length).toBeGreaterThan(3);
		expect(urls.filter((url) => !url.replace(/\.git$/, '').startsWith(home))).toEqual([]);
		const anchors = urls.filter((url) => url.includes('#')).map((url) => url.split('#')[1] ?? '');
		const known = [...anchorsOf('README.md'), 'readme'];
		expect(anchors.filter((anchor) => !known.includes(anchor))).toEqual([]);
	});
});
