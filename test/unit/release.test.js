const { nextVersion, releasedChangelog } = require('../../scripts/release');
const { contentFindings } = require('../../scripts/scan');

describe('the next version', () => {
	it.each([
		['1.2.3', 'major', '2.0.0'],
		['1.2.3', 'minor', '1.3.0'],
		['1.2.3', 'patch', '1.2.4'],
		['1.2.3', '1.10.0', '1.10.0'],
		['0.1.0', '0.1.0', '0.1.0'],
	])('after %s with %s is %s', (current, wanted, expected) => {
		expect(nextVersion(current, wanted)).toBe(expected);
	});

	it.each(['', 'next', '1.2', 'v1.3.0', '1.3.0-beta'])('cannot be "%s"', (wanted) => {
		expect(() => nextVersion('1.2.3', wanted)).toThrow('npm run release');
	});

	it.each(['1.2.2', '1.1.9', '0.9.9'])('does not go back to %s', (wanted) => {
		expect(() => nextVersion('1.2.3', wanted)).toThrow('older');
	});
});

describe('the changelog of a release', () => {
	const older = '\n## 1.0.0 - 2026-01-01\n\n- Old\n';

	it('has what was unreleased below the version and the day', () => {
		expect(
			releasedChangelog(`# Changelog\n\n## Unreleased\n\n- New\n${older}`, '1.1.0', '2026-02-03'),
		).toBe(`# Changelog\n\n## Unreleased\n\n## 1.1.0 - 2026-02-03\n\n- New\n${older}`);
	});

	it.each([`# Changelog\n\n## Unreleased\n${older}`, `# Changelog\n${older}`])(
		'is not made of nothing',
		(changelog) => {
			expect(() => releasedChangelog(changelog, '1.1.0', '2026-02-03')).toThrow('Unreleased');
		},
	);
});

describe('the content of the package', () => {
	const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
	const node = 'dist/nodes/HuaweiAicc/HuaweiAicc.node.js';
	const right = [
		...papers,
		node,
		'dist/aicc/request.js',
		'dist/icons/huaweiAicc.svg',
		'dist/nodes/HuaweiAicc/HuaweiAicc.node.json',
		'dist/nodes/HuaweiAicc/__schema__/v1.0.0/call/getCalledDevice.json',
	];

	it('is right with code, icons, codex, schemas and papers', () => {
		expect(contentFindings(right, [node])).toEqual([]);
	});

	it.each([
		'README.zh-CN.md',
		'dist/tsconfig.tsbuildinfo',
		'dist/package.json',
		'dist/test/unit/release.test.js',
		'dist/simulator/index.js',
		'dist/aicc/request.d.ts',
		'dist/aicc/request.js.map',
		'src/index.js',
	])('has no place for %s', (file) => {
		expect(contentFindings([...right, file], [node])).toEqual([
			`${file} does not belong into the package`,
		]);
	});

	it.each([...papers, node])('is not complete without %s', (file) => {
		const files = right.filter((other) => other !== file);
		expect(contentFindings(files, [node])).toEqual([`${file} is missing`]);
	});

	it('has no node that n8n does not know of', () => {
		expect(contentFindings(right, [])).toEqual([`${node} is not registered in package.json`]);
	});
});
