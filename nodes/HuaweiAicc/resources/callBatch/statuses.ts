import type { INodePropertyOptions } from 'n8n-workflow';

/** The states of a batch. Source: vendor pages cec_07_0770 and 0775, `status`. */
export const STATUSES: INodePropertyOptions[] = [
	{ name: 'Started', value: 1 },
	{ name: 'Suspended', value: 2 },
];
