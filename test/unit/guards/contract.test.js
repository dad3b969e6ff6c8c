/**
 * The names that saved workflows depend on, and what belongs to each operation. A name in here is
 * never changed: a workflow that somebody saved would no longer run.
 */

const { NodeHelpers } = require('n8n-workflow');
const { HuaweiAiccAkSkApi } = require('../../../credentials/HuaweiAiccAkSkApi.credentials');
const { HuaweiAiccTokenApi } = require('../../../credentials/HuaweiAiccTokenApi.credentials');
const { HuaweiAicc } = require('../../../nodes/HuaweiAicc/HuaweiAicc.node');
const {
	HuaweiAiccOutboundTrigger,
} = require('../../../nodes/HuaweiAiccOutboundTrigger/HuaweiAiccOutboundTrigger.node');
const { HuaweiAiccTrigger } = require('../../../nodes/HuaweiAiccTrigger/HuaweiAiccTrigger.node');
const { OPERATIONS } = require('../../engine/fixtures');
const { CONTRACT } = require('./operations');
const { exists, filesIn, read, readJson } = require('./project');

/** @typedef {import('n8n-workflow').INodeProperties} Property */

const node = new HuaweiAicc().description;
const trigger = new HuaweiAiccTrigger().description;
const outboundTrigger = new HuaweiAiccOutboundTrigger().description;

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
			const parameters = NodeHelpers.getNodeParameters(
				node.properties,
				{ resource, operation },
				true,
				false,
				null,
				node,
			);
			const asked = (node.credentials ?? []).filter((shown) =>
				NodeHelpers.displayParameter(parameters ?? {}, shown, null, node),
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

		it('has a row in docs/operations.md', () => {
			const rows = read('docs/operations.md')
				.split('\n')
				.filter((line) => line.replace(/\s+/g, ' ').startsWith(`| ${row} |`));
			expect(rows).toHaveLength(1);
		});
	},
);

describe('every resource', () => {
	const resources = [...new Set(CONTRACT.map(({ resource }) => resource))];

	it.each(resources)('is in an example: %s', (resource) => {
		const isUsed = filesIn('examples', /\.json$/).some((file) =>
			/** @type {import('n8n-workflow').INode[]} */ (readJson(file).nodes).some(
				({ type, parameters }) =>
					// As a node, or as a tool of an agent.
					type.replace(/Tool$/, '') === `n8n-nodes-huawei-aicc.${node.name}` &&
					(parameters.resource ?? 'accessCode') === resource,
			),
		);
		expect(isUsed).toBe(true);
	});
});

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
		const { name, displayName, version } = outboundTrigger;
		expect([name, displayName, version]).toEqual([
			'huaweiAiccOutboundTrigger',
			'Huawei AICC Outbound Result Trigger',
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

	it.each([node, trigger, outboundTrigger])('has the codex of $name', ({ name }) => {
		const folder = name.replace(/^h/, 'H');
		expect(readJson(`nodes/${folder}/${folder}.node.json`).node).toBe(`${manifest.name}.${name}`);
	});
});

describe('the outbound result trigger', () => {
	it('has its fields', () => {
		const fields = outboundTrigger.properties.filter(({ type }) => type !== 'notice');
		expect(fieldNames(fields)).toEqual([
			'secret',
			'options.campaignIds',
			'options.ignoreRepeats',
			'options.onlyFailed',
		]);
	});

	// A URL that somebody entered on the platform must go on working.
	it('has its URL', () => {
		expect(outboundTrigger.webhooks).toEqual([
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: '={{ $parameter["secret"] ? "results/" + $parameter["secret"] : "results" }}',
			},
		]);
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
				// Required or not, by Token Source.
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
				'timeZone',
				'vdnId',
			],
		},
	])('$name has its fields', ({ credential, name, displayName, fields }) => {
		expect([credential.name, credential.displayName]).toEqual([name, displayName]);
		expect(fieldNames(credential.properties).sort()).toEqual(fields);
	});
});
