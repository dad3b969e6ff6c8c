/**
 * What the nodes panel offers of this package, and what the form of each entry must show: read from
 * the built descriptions, so that nothing can be forgotten.
 */
import {
	NodeHelpers,
	type INodeCredentialDescription,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

export interface PanelEntry {
	/** The node as the panel calls it; a node and its trigger are one there. */
	node: string;
	/** Below which heading of the node the entry stands, and its words; undefined: the node itself. */
	action?: { heading: 'Actions' | 'Triggers'; words: string };
	/** Labels of the fields that must be on the screen. */
	labels: string[];
	/** Names of the fields that must be on the screen, and of those that must not. */
	shown: string[];
	hidden: string[];
	/** What drop-downs must say, by their names. */
	chosen: Record<string, string>;
	/** The credential type that is asked for, if any. */
	credential?: string;
}

function descriptionOf(name: string): INodeTypeDescription {
	const file = `../../dist/nodes/${name}/${name}.node.js`;
	const Node = jest.requireActual<Record<string, new () => INodeType>>(file)[name];
	if (!Node) throw new Error(`There is no node ${name}`);
	return new Node().description;
}

/** The form of a node with these values, in n8n's own reading of the description. */
function formOf(node: INodeTypeDescription, picked: INodeParameters) {
	const { properties } = node;
	const values = NodeHelpers.getNodeParameters(properties, picked, true, false, null, node) ?? {};
	const isShown = (shown: INodeProperties | INodeCredentialDescription) =>
		NodeHelpers.displayParameter(values, shown, null, node);
	const fields = properties.filter(({ type }) => !['hidden', 'notice'].includes(type));
	const visible = fields.filter(isShown);
	// What n8n shows by its label alone.
	const groups = ['collection', 'fixedCollection'];
	const names = (some: INodeProperties[]) => [
		...new Set(some.filter(({ type }) => !groups.includes(type)).map(({ name }) => name)),
	];
	const shown = names(visible);
	const choices = visible.filter(({ type }) => type === 'options');
	return {
		labels: visible.map(({ displayName }) => displayName),
		shown,
		hidden: names(fields).filter((name) => !shown.includes(name)),
		chosen: Object.fromEntries(
			choices.map(({ name, options = [] }) => [
				name,
				options.find((option) => 'value' in option && option.value === values[name])?.name ?? '',
			]),
		),
		credential: node.credentials?.find(isShown)?.name,
	};
}

/** The values of a drop-down. */
function choicesOf({ options = [] }: INodeProperties) {
	return options.flatMap((option) => ('value' in option ? option : []));
}

function actions(node: INodeTypeDescription): PanelEntry[] {
	return node.properties
		.filter(({ name }) => name === 'operation')
		.flatMap((property) =>
			(property.displayOptions?.show?.resource ?? []).flatMap((resource) =>
				choicesOf(property).map(({ value, action = '' }) => ({
					node: node.displayName,
					action: { heading: 'Actions' as const, words: action },
					...formOf(node, { resource: String(resource), operation: value }),
				})),
			),
		);
}

function events(node: INodeTypeDescription): PanelEntry[] {
	return node.properties
		.filter(({ name }) => name === 'event')
		.flatMap(choicesOf)
		.map(({ name, value, action = `On ${name.toLowerCase()}` }) => ({
			node: node.displayName.replace(' Trigger', ''),
			action: { heading: 'Triggers' as const, words: action },
			...formOf(node, { event: value }),
		}));
}

/** Every entry of the nodes panel. */
export function panelEntries(): PanelEntry[] {
	return [
		...events(descriptionOf('HuaweiAiccTrigger')),
		...events(descriptionOf('HuaweiAiccCallbackTrigger')),
		...actions(descriptionOf('HuaweiAicc')),
	];
}
