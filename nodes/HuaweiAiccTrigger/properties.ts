import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperties } from '../shared/authentication';
import type { TriggerEvent } from './event';

/** Shown for every event. */
export const emitExisting: INodeProperties = {
	displayName: 'Output Existing at Start',
	name: 'emitExisting',
	type: 'boolean',
	default: false,
	description:
		'Whether to output, once, what is there already when the workflow is published. Otherwise only what happens from then on starts the workflow.',
};

/** A field of some events. */
function shownFor(events: TriggerEvent[], field: INodeProperties): INodeProperties {
	const users = events.filter((event) => event.fields.includes(field));
	const show = { event: users.map(({ option }) => option.value), ...field.displayOptions?.show };
	return { ...field, displayOptions: { show } };
}

/** The Trigger On drop-down, the fields of its events, and what chooses the credential. */
export function triggerProperties(events: TriggerEvent[]): INodeProperties[] {
	const choice: INodeProperties = {
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: events.map(({ option }) => option),
		default: '',
	};
	const fields = [...new Set(events.flatMap((event) => event.fields))].map((field) =>
		shownFor(events, field),
	);
	const isCollection = ({ type }: INodeProperties) => type === 'collection';
	return [
		...authenticationProperties(
			choice.name,
			events.map(({ endpoint: { authentication }, option: { value } }) => ({
				authentication,
				value,
			})),
		),
		{ ...choice, default: events[0]?.option.value ?? '' },
		...fields.filter((field) => !isCollection(field)),
		emitExisting,
		// What can be added comes last on the screen.
		...fields.filter(isCollection),
	];
}
