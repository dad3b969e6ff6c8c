import type { INodeProperties } from 'n8n-workflow';

/** The task of a diagnosis. @param whose who gives out its ID */
export function taskIdFrom(whose: string): INodeProperties {
	return {
		displayName: 'Task ID',
		name: 'taskId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1000000000000000001',
		description: `The ID of the task, ${whose}`,
	};
}
