/**
 * The names that saved workflows depend on, and what belongs to each operation. A name in here is
 * never changed: a workflow that somebody saved would no longer run.
 */

const { HuaweiAiccAkSkApi } = require('../../../credentials/HuaweiAiccAkSkApi.credentials');
const { HuaweiAiccTokenApi } = require('../../../credentials/HuaweiAiccTokenApi.credentials');
const { HuaweiAicc } = require('../../../nodes/HuaweiAicc/HuaweiAicc.node');
const { HuaweiAiccTrigger } = require('../../../nodes/HuaweiAiccTrigger/HuaweiAiccTrigger.node');
const { OPERATIONS } = require('../../engine/fixtures');
const { exists, filesIn, read, readJson } = require('./project');

/** @typedef {import('n8n-workflow').INodeProperties} Property */

const LIST = ['returnAll', 'limit'];

/** What every operation is called, asks for, and where its example is. */
const CONTRACT = [
	{
		resource: 'accessCode',
		operation: 'getAll',
		credential: 'huaweiAiccTokenApi',
		fields: [...LIST, 'filters.accessCode', 'filters.description', 'filters.mediaType'],
		row: 'Access Code | Get Many',
	},
	{
		resource: 'call',
		operation: 'getCalledDevice',
		credential: 'huaweiAiccTokenApi',
		fields: ['callerNumber', 'calledNumber'],
		row: 'Call | Get Called Device',
	},
	{
		resource: 'externalResult',
		operation: 'get',
		credential: 'huaweiAiccAkSkApi',
		fields: ['externalResultId', 'vdnId'],
		row: 'External Result | Get',
	},
	{
		resource: 'externalResult',
		operation: 'getAll',
		credential: 'huaweiAiccAkSkApi',
		fields: [...LIST, 'vdnId'],
		row: 'External Result | Get Many',
	},
	{
		resource: 'faultUser',
		operation: 'check',
		credential: 'huaweiAiccTokenApi',
		fields: [
			'msisdn',
			'faultTime',
			'complaintScene',
			'additionalFields.backtraceDuration',
			'additionalFields.sessionId',
		],
		row: 'Fault User | Check',
	},
	{
		resource: 'obsResultCode',
		operation: 'getAll',
		credential: 'huaweiAiccAkSkApi',
		fields: [...LIST, 'vdnId'],
		row: 'OBS Result Code | Get Many',
	},
];

const node = new HuaweiAicc().description;
const trigger = new HuaweiAiccTrigger().description;

/** @type {(property: Property, name: string) => unknown} */
const shownFor = (property, name) => property.displayOptions?.show?.[name];

/**
 * Names of fields, those in a collection as `collection.field`.
 *
 * @param {Property[]} properties
 */
function fieldNames(properties) {
	return properties.flatMap(({ name, type, options = [] }) =>
		type === 'collection' ? options.map((option) => `${name}.${option.name}`) : [name],
	);
}

/**
 * @param {string} resource
 * @param {string} operation
 */
function fieldsOf(resource, operation) {
	return node.properties.filter(
		(property) =>
			[shownFor(property, 'resource')].flat().includes(resource) &&
			[shownFor(property, 'operation')].flat().includes(operation),
	);
}

it('has no operation but these', () => {
	const choices = node.properties.filter(({ name }) => name === 'operation');
	const all = choices.flatMap((choice) =>
		[shownFor(choice, 'resource')]
			.flat()
			.flatMap((resource) =>
				(choice.options ?? []).map((option) => [resource, 'value' in option && option.value]),
			),
	);
	expect(all.sort()).toEqual(CONTRACT.map(({ resource, operation }) => [resource, operation]));
});

describe.each(CONTRACT)(
	'$resource: $operation',
	({ resource, operation, credential, fields, row }) => {
		it('has its fields', () => {
			expect(fieldNames(fieldsOf(resource, operation))).toEqual(fields);
		});

		it('asks for its credential and no other', () => {
			const asked = (node.credentials ?? []).filter(({ displayOptions }) =>
				(displayOptions?.show?.resource ?? []).includes(resource),
			);
			expect(asked.map(({ name }) => name)).toEqual([credential]);
		});

		it('has an output schema', () => {
			const file = `nodes/HuaweiAicc/__schema__/v${node.version}.0.0/${resource}/${operation}.json`;
			expect(readJson(file)).toMatchObject({ type: 'object', properties: expect.anything() });
		});

		it('is run by a test on the engine', () => {
			const names = Object.entries(OPERATIONS)
				.filter(([, values]) => values.resource === resource && values.operation === operation)
				.map(([name]) => `OPERATIONS.${name}`);
			const tests = filesIn('test/engine', /\.test\.ts$/).map(read);
			const isRun = names.some((name) => tests.some((text) => new RegExp(`${name}\\b`).test(text)));
			expect({ names, isRun }).toEqual({ names: [expect.any(String)], isRun: true });
		});

		it('has a row in the README', () => {
			const rows = read('README.md')
				.split('\n')
				.filter((line) => line.replace(/\s+/g, ' ').startsWith(`| ${row} |`));
			expect(rows).toHaveLength(1);
		});

		it('is in an example', () => {
			const isUsed = filesIn('examples', /\.json$/).some((file) =>
				/** @type {import('n8n-workflow').INode[]} */ (readJson(file).nodes).some(
					({ type, parameters }) =>
						type === `n8n-nodes-huawei-aicc.${node.name}` &&
						(parameters.resource ?? 'accessCode') === resource &&
						(parameters.operation ?? fieldDefault('operation', resource)) === operation,
				),
			);
			expect(isUsed).toBe(true);
		});
	},
);

/**
 * What n8n takes for a parameter that is not in the workflow, because it has its default.
 *
 * @param {string} name
 * @param {string} resource
 */
function fieldDefault(name, resource) {
	return node.properties.find(
		(property) =>
			property.name === name && [shownFor(property, 'resource')].flat().includes(resource),
	)?.default;
}

describe('output schemas', () => {
	it('belong to operations that there are', () => {
		const known = CONTRACT.map(({ resource, operation }) => `${resource}/${operation}.json`);
		const files = filesIn('nodes/HuaweiAicc/__schema__', /\.json$/);
		expect(files.map((file) => file.split('/').slice(-2).join('/')).sort()).toEqual(known);
	});
});

describe('the package', () => {
	const manifest = readJson('package.json');

	it('is called what workflows call it', () => {
		expect(manifest.name).toBe('n8n-nodes-huawei-aicc');
		expect([node.name, node.displayName, node.version]).toEqual(['huaweiAicc', 'Huawei AICC', 1]);
		expect([trigger.name, trigger.displayName, trigger.version]).toEqual([
			'huaweiAiccTrigger',
			'Huawei AICC Trigger',
			1,
		]);
	});

	it('has no dependency at run time', () => {
		expect(manifest.dependencies).toBeUndefined();
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest.n8n.strict).toBe(true);
	});

	it('registers each of its nodes and credentials', () => {
		const sources = [
			...filesIn('credentials', /\.credentials\.ts$/),
			...filesIn('nodes', /\.node\.ts$/),
		];
		const registered = [...manifest.n8n.credentials, ...manifest.n8n.nodes].sort();
		expect(registered).toEqual(
			sources.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`).sort(),
		);
		expect(sources.filter((file) => !exists(file))).toEqual([]);
	});

	it.each([node, trigger])('has the codex of $name', ({ name }) => {
		const folder = name.replace(/^h/, 'H');
		expect(readJson(`nodes/${folder}/${folder}.node.json`).node).toBe(`${manifest.name}.${name}`);
	});
});

describe('credentials', () => {
	it.each([
		{
			credential: new HuaweiAiccTokenApi(),
			name: 'huaweiAiccTokenApi',
			displayName: 'Huawei AICC Token API',
			fields: [
				'accessToken',
				'accessTokenExpiresAt',
				'appKey',
				'appSecret',
				'baseUrl',
				'ignoreSslIssues',
				'maxConcurrentRequests',
				'staticAccessToken',
				'tenantSpaceId',
				'tokenBaseUrl',
				'tokenSource',
			],
		},
		{
			credential: new HuaweiAiccAkSkApi(),
			name: 'huaweiAiccAkSkApi',
			displayName: 'Huawei AICC AK/SK API',
			fields: [
				'accessKey',
				'baseUrl',
				'ignoreSslIssues',
				'maxConcurrentRequests',
				'secretKey',
				'vdnId',
			],
		},
	])('$name has its fields', ({ credential, name, displayName, fields }) => {
		expect([credential.name, credential.displayName]).toEqual([name, displayName]);
		expect(fieldNames(credential.properties).sort()).toEqual(fields);
	});
});
