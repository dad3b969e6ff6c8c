/** Which indicators are asked for: chosen by what they count, or named. */
import type { INodeProperties } from 'n8n-workflow';

import type { Meanings } from '../../../../aicc/endpoints/product';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf } from '../../../shared/names';
import { readChoices } from '../../../shared/readers/choices';
import { readIndicators } from '../../../shared/readers/ids';

const INDICATORS = 'indexIds';
const OTHERS = 'options.otherIndicators';

/** Where the pages list every indicator: no others can be asked for. */
export function closedIndicators(table: Meanings): INodeProperties {
	return {
		displayName: 'Indicators',
		name: INDICATORS,
		type: 'multiOptions',
		options: choicesOf(Object.keys(table), table),
		default: [],
		required: true,
		description: 'What is counted and measured',
	};
}

/** Where the pages show some of the indicators: others are named in an option, or by an expression. */
export function openIndicators(table: Meanings): INodeProperties {
	return {
		...closedIndicators(table),
		required: false,
		description: 'What is counted and measured. Others than these go under Options.',
	};
}

/** Where the pages show none. */
export const namedIndicators: INodeProperties = {
	displayName: 'Indicators',
	name: INDICATORS,
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. IDX_EXAMPLE_1, IDX_EXAMPLE_2',
	description:
		'Names of the indicators (IDX_…) with commas between them, as the documents of your platform list them for live indicators of agents',
};

export const otherIndicators: INodeProperties = {
	displayName: 'Other Indicators',
	name: 'otherIndicators',
	type: 'string',
	default: '',
	placeholder: 'e.g. IDX_EXAMPLE_1, IDX_EXAMPLE_2',
	description:
		'Names of further indicators (IDX_…), with commas between them: the public documents do not list all of them',
};

/** The indicators of `closedIndicators`. */
export function closedIndicatorsFrom(inputs: Inputs, table: Meanings): string[] {
	const choices = choicesOf(Object.keys(table), table);
	const chosen = inputs.optional(INDICATORS, (value) => readChoices(value, choices).map(String));
	return inputs.needed(INDICATORS, chosen);
}

/** The indicators of `openIndicators` or `namedIndicators`, with those of `otherIndicators`. */
export function indicatorsFrom(inputs: Inputs): string[] {
	const chosen = inputs.optional(INDICATORS, readIndicators) ?? [];
	const others = inputs.optional(OTHERS, readIndicators) ?? [];
	const names = [...new Set([...chosen, ...others])];
	return inputs.needed(INDICATORS, names.length > 0 ? names : undefined);
}
