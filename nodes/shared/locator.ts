/** Fields for things of the tenant that are chosen from a list. */
import type { INodeProperties } from 'n8n-workflow';

import type { TextRules } from './readers/text';

/** An ID that the service gives out: it goes into a path. */
export const SERVICE_ID: TextRules = {
	isCode: true,
	allowed: /[\w-]/,
	mustBe: 'an ID of letters, digits, _ and - only',
};

/** What the editor shows of such a field. */
export interface LocatorWords {
	/** What is chosen, in the words of the screen. */
	displayName: string;
	name: string;
	description: string;
	searchListMethod: string;
	placeholder: string;
	/** What the ID is, and an example. */
	hint: string;
	example: string;
	/** Fields that the list depends on. */
	dependsOn?: string[];
}

/** A field for something of the tenant's: chosen from a list, or given by its ID. */
export function locator(words: LocatorWords): INodeProperties {
	const { displayName, name, description, searchListMethod, placeholder, hint, example } = words;
	const { dependsOn } = words;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		...(dependsOn ? { typeOptions: { loadOptionsDependsOn: dependsOn } } : {}),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder,
				typeOptions: { searchListMethod, searchable: true },
			},
			// Whatever it is called here, n8n calls a mode of this name By ID; the hint says what it takes.
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: example, hint },
		],
	};
}

export const campaignId = locator({
	displayName: 'Campaign',
	name: 'campaignId',
	description: 'The outbound campaign',
	searchListMethod: 'searchCampaigns',
	placeholder: 'Select a campaign...',
	hint: 'The ID of the campaign',
	example: 'e.g. 1298012345678901234',
});
