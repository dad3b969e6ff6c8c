/** Fields of the operations that have calls of CC-CMS. */
import type { INodeProperties } from 'n8n-workflow';

/** A call, by the ID that CC-CMS has for it. */
export const callId: INodeProperties = {
	displayName: 'Call ID',
	name: 'callId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1700000000000-100001',
	description: "The ID of the call, as its record or the list of an agent's calls has it",
};
