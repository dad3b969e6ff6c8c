/** What the documents say about the project is there: links, commands, files. */

const { wrap } = require('node:module');
const path = require('node:path');
const { Script } = require('node:vm');
const { HuaweiAiccAkSkApi } = require('../../../credentials/HuaweiAiccAkSkApi.credentials');
const { HuaweiAiccTokenApi } = require('../../../credentials/HuaweiAiccTokenApi.credentials');
const { findResources, isWriting } = require('../../../scripts/lib/operations');
const { CREDENTIAL_NAMES } = require('../../../scripts/n8n/set-up');
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
	'openapi',
	'scripts',
	'simulator',
	'test',
];

/**
 * The npm commands that a file names.
 *
 * @param {string} file
 * @returns {string[]}
 */
function commandsIn(file) {
	return [...read(file).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
		([, script, short]) => script ?? short ?? '',
	);
}

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
		expect(commandsIn(file).filter((command) => !(command in manifest.scripts))).toEqual([]);
	});

	it('names files that there are', () => {
		const names = [...read(file).matchAll(/`([\w.-]+\/[\w./-]+)`/g)]
			.map(([, name = '']) => name)
			.filter((name) => FOLDERS.includes(name.split('/')[0] ?? ''));
		expect(names.filter((name) => !exists(name))).toEqual([]);
	});

	it('names tests by words of their titles', () => {
		const proofs = [...read(file).matchAll(/`(test\/[\w./]+\.test\.[jt]s)`((?:,| and) "[^"]+")+/g)];
		const wrong = proofs.flatMap(([proof, test = '']) =>
			[...proof.matchAll(/"([^"]+)"/g)]
				.map(([, title = '']) => title)
				.filter((title) => !read(test).includes(title))
				.map((title) => `${test}: ${title}`),
		);
		expect(wrong).toEqual([]);
	});
});

describe('docs/reliability.md', () => {
	it('names the test of each fault, and each test of a fault', () => {
		const rows = read('docs/reliability.md').matchAll(/^\|.*\|([^|]+)\|$/gm);
		const named = [...rows].flatMap(([, tests = '']) =>
			[...tests.matchAll(/`(\w+)`/g)].map(([, name]) => `test/engine/faults/${name}.test.ts`),
		);
		const present = filesIn('test/engine/faults', /\.test\.ts$/);
		expect([...new Set(named)].sort()).toEqual([...present].sort());
	});
});

describe('docs/troubleshooting.md', () => {
	/** Failures that are not about the value of a field, each as the words between what differs. */
	const failures = filesIn('aicc', /\.ts$/).flatMap((file) =>
		[
			...read(file).matchAll(
				/new AiccError\(\s*'(?!input)\w+',\s*(?:couldNot\([^,]*,\s*)?(?:'([^'\n]+)'|`([^`]+)`)/g,
			),
		].map(([, text, template = '']) =>
			(text ?? template.replace(/\$\{[^}]*\}/g, '…'))
				.split('…')
				.map((words) => words.replace(/^[ :"(.]+|[ :"().]+$/g, ''))
				.filter((words) => words.length > 5),
		),
	);

	it('has every failure that is not about the value of a field', () => {
		expect(failures.length).toBeGreaterThan(20);
		const document = read('docs/troubleshooting.md');
		const missing = failures.filter((texts) => !texts.every((words) => document.includes(words)));
		expect(missing).toEqual([]);
	});

	it('has no words about the value of a field that no field says', () => {
		const code = [...filesIn('aicc', /\.ts$/), ...filesIn('nodes', /\.ts$/)].map(read).join('\n');
		const said = code.replace(/\$\{[^}]*\}/g, '…');
		const labels = [...code.matchAll(/displayName: ["']([^"']+)["']/g)].map(
			([, label = '']) => label,
		);
		const longestFirst = [...new Set(labels)].sort((one, other) => other.length - one.length);
		const [, section = ''] = /^## Fields$([^]*?)^## /m.exec(read('docs/troubleshooting.md')) ?? [];
		const texts = [...section.matchAll(/^\| (.*?) +\|/gm)].flatMap(([, cell = '']) =>
			[...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text),
		);
		expect(texts.length).toBeGreaterThan(25);
		const wrong = texts.filter((text) => {
			const label = longestFirst.find((one) => text.startsWith(`${one} `)) ?? '';
			const words = text.slice(label.length).split('…');
			return !words.every((part) => said.includes(part.trim().replace(/ \d+$/, ' …')));
		});
		expect(wrong).toEqual([]);
	});
});

describe('a command that is named somewhere', () => {
	const places = [...documents, ...filesIn('.github', /\.yml$/), '.ci/run'];
	const commands = [...new Set(places.flatMap(commandsIn))];
	/** What the tasks of scripts/run.js load. */
	const tasks = Object.fromEntries(
		[...read('scripts/run.js').matchAll(/^\t'?([\w:]+)'?: '\.\/([\w-]+)',$/gm)].map(
			([, task = '', name]) => [task, `scripts/${name}.js`],
		),
	);

	it('is looked at', () => {
		expect(commands).toContain('start');
		expect(tasks.start).toBe('scripts/start.js');
	});

	it.each(commands)('can be begun: npm run %s', (command) => {
		const programs = String(manifest.scripts[command]).split(' && ');
		for (const program of programs) {
			const task = /^node scripts\/run\.js ([\w:]+)$/.exec(program)?.[1];
			const file = task === undefined ? `node_modules/.bin/${program.split(' ')[0]}` : tasks[task];
			expect([program, file && exists(file)]).toEqual([program, true]);
			// Parsed only: running them takes minutes.
			if (task !== undefined && file) new Script(wrap(read(file)), { filename: file });
		}
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

	it('is the one repository that package.json names', () => {
		expect(manifest.repository.url).toBe(`git+${home}.git`);
		expect(manifest.bugs.url).toBe(`${home}/issues`);
		const named = documents.flatMap((file) =>
			[...read(file).matchAll(/https:\/\/github\.com\/[^\s)'"`]+/g)].map(([url]) => url),
		);
		expect(named.filter((url) => url.includes('huawei-aicc') && !url.startsWith(home))).toEqual([]);
	});

	it('is in this repository, and there', () => {
		expect(urls.length).toBeGreaterThan(3);
		expect(urls.filter((url) => !url.replace(/\.git$/, '').startsWith(home))).toEqual([]);
		const anchors = urls.filter((url) => url.includes('#')).map((url) => url.split('#')[1] ?? '');
		const known = [...anchorsOf('README.md'), 'readme'];
		expect(anchors.filter((anchor) => !known.includes(anchor))).toEqual([]);
	});
});

describe('the credentials of the examples', () => {
	const classes = [new HuaweiAiccTokenApi(), new HuaweiAiccAkSkApi()];
	/** n8n's proposal for the name of a new credential. */
	const proposed = new Map(
		classes.map(({ name, displayName }) => [name, `${displayName.replace(/ API$/, '')} account`]),
	);

	it('have the names that n8n proposes', () => {
		expect(Object.values(CREDENTIAL_NAMES).sort()).toEqual([...proposed.values()].sort());
		const named = filesIn('examples', /\.json$/)
			.flatMap((file) => /** @type {import('n8n-workflow').INode[]} */ (readJson(file).nodes))
			.flatMap(({ credentials = {} }) => Object.entries(credentials))
			.filter(([type]) => proposed.has(type));
		expect(named.length).toBeGreaterThan(10);
		expect(named.filter(([type, { name }]) => name !== proposed.get(type))).toEqual([]);
		for (const name of proposed.values()) expect(read('examples/README.md')).toContain(name);
	});
});

it('nothing names the trigger as it was called before its first release', () => {
	const files = [
		...documents,
		...['aicc', 'credentials', 'examples', 'nodes', 'scripts', 'simulator', 'test'].flatMap(
			(folder) => filesIn(folder, /\.(?:js|json|ts)$/),
		),
	].filter((file) => !__filename.endsWith(file));
	expect(files.length).toBeGreaterThan(500);
	const oldNames = /Outbound\s+Result\s+Trigger|huaweiAiccOutboundTrigger/i;
	expect(files.filter((file) => oldNames.test(read(file)))).toEqual([]);
});

describe('the examples', () => {
	const files = filesIn('examples', /\.json$/).map((file) => path.posix.basename(file));

	it.each(files)('%s is in both READMEs and in the list of examples', (file) => {
		const documents = ['README.md', 'docs/README.zh-CN.md', 'examples/README.md'];
		expect(documents.filter((document) => !read(document).includes(file))).toEqual([]);
	});

	it.each(files)('%s gives no model a tool that changes something', (file) => {
		const writing = new Set(
			findResources().flatMap(({ value, operations }) =>
				operations.filter(isWriting).map(({ name }) => `${value}/${name}`),
			),
		);
		expect(writing.size).toBeGreaterThan(20);
		/** @type {import('n8n-workflow').INode[]} */
		const nodes = readJson(`examples/${file}`).nodes;
		const tools = nodes
			.filter(({ type }) => type.endsWith('.huaweiAiccTool'))
			.map(({ parameters }) => `${parameters.resource}/${parameters.operation}`);
		expect(tools.filter((tool) => writing.has(tool))).toEqual([]);
	});

	it.each(files)('%s branches on outcomes and codes, never on the words of an error', (file) => {
		const uses = read(`examples/${file}`).match(/\$json\.error\b[^ )}"]*/g) ?? [];
		const allowed = ['', '.outcome', '.code', '.httpStatus', '.message'].map(
			(field) => `$json.error${field}`,
		);
		const used = uses.map((use) => use.replace('?.', '.').replace(/[\],]+$/, ''));
		expect(used.filter((use) => !allowed.includes(use))).toEqual([]);
		expect(read(`examples/${file}`)).not.toMatch(/test\(\$json\.error/);
	});

	it('make no table of a name that another one makes with other columns', () => {
		/** @type {Map<string, Set<string>>} */
		const columnsByTable = new Map();
		for (const file of files) {
			/** @type {import('n8n-workflow').INode[]} */
			const nodes = readJson(`examples/${file}`).nodes;
			for (const { parameters } of nodes.filter(({ parameters }) => parameters.tableName)) {
				const table = String(parameters.tableName);
				const made = columnsByTable.get(table) ?? new Set();
				columnsByTable.set(table, made.add(JSON.stringify(parameters.columns)));
			}
		}
		expect(columnsByTable.size).toBeGreaterThan(10);
		const clashing = [...columnsByTable].filter(([, made]) => made.size > 1);
		expect(clashing.map(([table]) => table)).toEqual([]);
	});
});
