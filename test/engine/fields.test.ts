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
		const parameters = { resource, operation, returnAll: false, download: true };
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

/** In so many places a field that is the same everywhere is declared at most. */
const MAX_DECLARATIONS = 3;

it('declares what operations share in few places: each one costs time for every item', async () => {
	const { description } = (await loadPackage()).getNode(NODE).type as INodeType;
	const places = new Map<string, string[]>();
	for (const { displayOptions, ...field } of description.properties) {
		const same = JSON.stringify(field);
		const scope = JSON.stringify(displayOptions?.show);
		places.set(same, [...(places.get(same) ?? []), `${field.name}: ${scope}`]);
	}
	const many = [...places.values()].filter(({ length }) => length > MAX_DECLARATIONS);
	expect(many.flat().join('\n')).toBe('');
});
