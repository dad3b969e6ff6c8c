const { contentFindings } = require('../../scripts/scan');

describe('the content of the package', () => {
	const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
	const node = 'dist/nodes/HuaweiAicc/HuaweiAicc.node.js';
	const right = [
		...papers,
		node,
		'dist/aicc/client/transport.js',
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
		'dist/aicc/client/transport.d.ts',
		'dist/aicc/client/transport.js.map',
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
