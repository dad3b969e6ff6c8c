/** The editor, as far as the drop-downs of the node are concerned. */
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeType,
} from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { loadPackage, runNode } from './engine';
import { credentialsFor, NODE } from './fixtures';

/**
 * Does something as the editor does, with the parameters that are in the node.
 *
 * @param own fields of the AK/SK credential besides those that the simulator wants
 */
export async function inEditor<T>(
	simulator: Simulator,
	parameters: Record<string, unknown>,
	work: (editor: ILoadOptionsFunctions, node: INodeType) => Promise<T> | undefined,
	own: ICredentialDataDecryptedObject = {},
) {
	const node = (await loadPackage()).getNode(NODE).type as INodeType;
	const { huaweiAiccAkSkApi, ...others } = credentialsFor(simulator);
	let found: T | undefined;
	const { error } = await runNode(
		{
			description: {
				displayName: 'Editor',
				name: 'editor',
				group: ['input'],
				version: 1,
				description: '',
				defaults: { name: 'Editor' },
				inputs: ['main'],
				outputs: ['main'],
				credentials: [
					{ name: 'huaweiAiccAkSkApi', required: true },
					{ name: 'huaweiAiccTokenApi', required: true },
				],
				properties: [],
			},
			async execute(this: IExecuteFunctions) {
				const editor = Object.assign(Object.create(this) as ILoadOptionsFunctions, {
					getCurrentNodeParameter: (name: string) => parameters[name],
				});
				found = await work(editor, node);
				return [[]];
			},
		},
		{
			parameters: {},
			credentials: { ...others, huaweiAiccAkSkApi: { ...huaweiAiccAkSkApi, ...own } },
		},
	);
	return { found, error };
}

/** Searches in a drop-down. @param method of the node, as its field names it */
export async function searchIn(
	simulator: Simulator,
	method: string,
	{
		parameters = {},
		filter,
		token,
	}: {
		parameters?: Record<string, unknown>;
		filter?: string;
		token?: string;
	} = {},
) {
	return await inEditor<INodeListSearchResult>(simulator, parameters, (editor, { methods }) =>
		methods?.listSearch?.[method]?.call(editor, filter, token),
	);
}
