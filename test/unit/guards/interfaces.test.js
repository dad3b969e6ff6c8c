/** Every interface has its five files; what is missing is named, and what to write. */

const { findPieces, missingPieces } = require('../../../scripts/lib/missing');

it('has a page, an endpoint, an operation, a behaviour and a test for each interface', () => {
	expect(missingPieces(findPieces()).join('\n')).toBe('');
});

describe('a new interface', () => {
	/** All its files, and a change. */
	const complete = {
		pages: ['isales/listBatches'],
		endpoints: ['isales/listBatches'],
		behaviours: ['isales/listBatches'],
		asked: { 'nodes/HuaweiAicc/resources/batch/getAll.ts': ['isales/listBatches'] },
		resources: ['batch'],
		resourceFiles: ['batch'],
		operations: ['batch/getAll'],
		tests: ['batch/getAll'],
		strays: [],
	};

	it('lacks nothing when it has all of them', () => {
		expect(missingPieces(complete)).toEqual([]);
	});

	it.each([
		[
			{ pages: [], behaviours: [] },
			'aicc/endpoints/isales/listBatches.ts is not described: write openapi/isales/listBatches.yaml',
		],
		[
			{ endpoints: [] },
			'nodes/HuaweiAicc/resources/batch/getAll.ts asks an interface that is not there: write aicc/endpoints/isales/listBatches.ts',
		],
		[
			{ behaviours: [] },
			'openapi/isales/listBatches.yaml has an endpoint in aicc/endpoints/isales/listBatches.ts but no behaviour: write simulator/isales/listBatches.ts',
		],
		[
			{ asked: {}, operations: [], tests: [] },
			'aicc/endpoints/isales/listBatches.ts is asked by no operation: write nodes/HuaweiAicc/resources/<resource>/<operation>.ts',
		],
		[
			{ tests: [] },
			'nodes/HuaweiAicc/resources/batch/getAll.ts has no test: write test/engine/operations/batch/getAll.ts',
		],
		[
			{ operations: [] },
			'test/engine/operations/batch/getAll.ts tests an operation that is not there: write nodes/HuaweiAicc/resources/batch/getAll.ts',
		],
		[
			{ strays: ['nodes/HuaweiAicc/resources/batch/get.ts'] },
			'nodes/HuaweiAicc/resources/batch/get.ts is no operation, and nothing imports it: write export const …: Operation = …',
		],
		[
			{ resourceFiles: [] },
			'nodes/HuaweiAicc/resources/batch has no name: write nodes/HuaweiAicc/resources/batch/resource.ts with name, credential and default operation',
		],
	])('is told what it lacks: %j', (change, line) => {
		expect(missingPieces({ ...complete, ...change })).toContain(line);
	});
});
