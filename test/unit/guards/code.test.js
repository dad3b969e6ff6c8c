/** What must not be in the code, whoever writes it. */

const { filesIn, read, readJson } = require('./project');

const THIS_FILE = 'test/unit/guards/code.test.js';
/** Code of the package and the simulator; a script may be a little longer. */
const MAX_LINES = 250;
const MAX_SCRIPT_LINES = 300;

const packageCode = ['aicc', 'credentials', 'nodes'].flatMap((folder) => filesIn(folder, /\.ts$/));
const allCode = filesIn('', /\.(ts|js|mjs)$/).filter((file) => file !== THIS_FILE);
const tests = filesIn('test', /\.test\.(ts|js)$/).filter((file) => file !== THIS_FILE);

/** @type {Array<{ what: string, pattern: RegExp, files: string[], example: string }>} */
const RULES = [
	{
		what: 'a parameter, credential or item read for the first input item only',
		pattern:
			/\b(getNodeParameter|getCredentials)\([^()]*,\s*0\s*[,)]|(itemIndex|item): 0\b|getInputData\([^)]*\)\s*\[0\]/,
		files: packageCode,
		example: "this.getNodeParameter('limit', 0)",
	},
	{
		what: 'a console call',
		pattern: /\bconsole\./,
		files: packageCode,
		example: 'console.log(answer)',
	},
	{
		what: 'a rule that is switched off',
		pattern: /eslint-disable|@ts-ignore|@ts-nocheck|prettier-ignore|istanbul ignore/,
		files: allCode,
		example: '// eslint-disable-next-line',
	},
	{
		what: 'an error of the compiler that is expected',
		pattern: /@ts-expect-error/,
		files: packageCode,
		example: '// @ts-expect-error It works',
	},
	{
		what: 'the type any',
		pattern: /\bas any\b|[:<|,]\s*any\b(?=\s*[,;=)>|[\]}])/,
		files: allCode.filter((file) => file.endsWith('.ts')),
		example: 'const a: any = b',
	},
	{
		what: 'work left for later',
		pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
		files: allCode,
		example: '// TODO: finish',
	},
	{
		what: 'a test that runs alone or not at all',
		pattern: /\b(it|test|describe)(\.each)?\.(only|skip|todo|failing)\b|\b[fx](it|describe)\(/,
		files: tests,
		example: "it.only('works'",
	},
];

describe.each(RULES)('$what', ({ pattern, files, example }) => {
	it('would be found', () => {
		expect(files).not.toEqual([]);
		expect(example).toMatch(pattern);
	});

	it('is nowhere', () => {
		const found = files.flatMap((file) =>
			read(file)
				.split('\n')
				.map((line, index) => ({ line, place: `${file}:${index + 1}` }))
				.filter(({ line }) => pattern.test(line))
				.map(({ line, place }) => `${place} ${line.trim()}`),
		);
		expect(found).toEqual([]);
	});
});

it('is in files that fit a few screens', () => {
	const sources = [
		...packageCode,
		...filesIn('simulator', /\.ts$/),
		...filesIn('scripts', /\.js$/),
	];
	const long = sources.filter((file) => {
		const most = file.startsWith('scripts/') ? MAX_SCRIPT_LINES : MAX_LINES;
		return read(file).split('\n').length > most;
	});
	expect(long).toEqual([]);
});

it('is linted with the rules of n8n as they are', () => {
	const template = 'node_modules/@n8n/node-cli/dist/template/templates/shared/default';
	expect(read('eslint.config.mjs').trim()).toBe(read(`${template}/eslint.config.mjs`).trim());
	expect(readJson('package.json').scripts.lint).toBe('n8n-node lint');
});
