/** The node declares shared fields once, for speed: each operation must still show just its own. */
import { NodeHelpers, type INode, type INodeParameters, type INodeType } from 'n8n-workflow';
import { resources } from '../../nodes/HuaweiAicc/resources';
import { loadPackage } from './engine';
import { NODE } from './fixtures';

const operations = resources.flatMap((resource) =>
	resource.operations.map(
		({ option, fields }): [resource: string, operation: string, fields: string[]] => [
			resource.value,
			String(option.value),
			fields.map(({ name }) => name),
		],
	),
);

/** Names of the fields that the editor would show, in their order. */
async function shownFor(parameters: INodeParameters): Promise<string[]> {
	const { description } = (await loadPackage()).getNode(NODE).type as INodeType;
	const node = { parameters, typeVersion: 1 } as INode;
	return description.properties
		.filter((property) =>
			NodeHelpers.displayParameter(parameters, property, node, description, parameters),
		)
		.map(({ name }) => name);
}

it.each(operations)(
	'%s: %s shows its own fields and no other',
	async (resource, operation, names) => {
		const parameters = { resource, operation, returnAll: false };
		expect(await shownFor(parameters)).toEqual([
			'authentication',
			'resource',
			'operation',
			...names,
			'requestOptions',
		]);
	},
);

it('Limit hides with Return All', async () => {
	const parameters = { resource: 'obsResultCode', operation: 'getAll', returnAll: true };
	expect(await shownFor(parameters)).not.toContain('limit');
});

it('few fields are declared twice: each one costs time for every item', async () => {
	const { description } = (await loadPackage()).getNode(NODE).type as INodeType;
	const names = description.properties.map(({ name }) => name);
	const twice = names.filter((name, index) => names.indexOf(name) !== index);
	expect([...new Set(twice)].sort()).toEqual([
		'additionalFields',
		'authentication',
		'campaignId',
		'filters',
		'operation',
		'options',
	]);
});
