import type { INodeProperties } from 'n8n-workflow';

import type { TriggerEvent } from './event';

/** Shown for every event. */
export const emitExisting: INodeProperties = {
	displayName: 'Emit Existing',
	name: 'emitExisting',
	type: 'boolean',
	default: false,
	description:
		'Whether to give out once what is there when watching begins. Otherwise only what happens from then on is given out.',
};

/** The Trigger On drop-down and the fields of its events. */
export function triggerProperties(events: TriggerEvent[]): INodeProperties[] {
	const choice: INodeProperties = {
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: events.map(({ option }) => option),
		default: '',
	};
	const fields = [...new Set(events.flatMap((event) => event.fields))].map((field) => {
		const users = events.filter((event) => event.fields.includes(field));
		return {
			...field,
			displayOptions: { show: { event: users.map(({ option }) => option.value) } },
		};
	});
	return [{ ...choice, default: events[0]?.option.value ?? '' }, ...fields, emitExisting];
}
