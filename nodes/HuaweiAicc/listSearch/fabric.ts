/** What is chosen from lists of the API Fabric. */
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { asText, type JsonObject } from '../../../aicc/base/json';
import { agentAccountQuery } from '../../../aicc/endpoints/fabric/agentAccountQuery';
import { queryAccessCodeList } from '../../../aicc/endpoints/fabric/queryAccessCodeList';
import { listAccessCodes } from '../../../aicc/endpoints/fabric/queryAccessCodeList/listAccessCodes';
import { queryCalledRoute } from '../../../aicc/endpoints/fabric/queryCalledRoute';
import { listIvrFlows, queryIVRFlowList } from '../../../aicc/endpoints/fabric/queryIVRFlowList';
import { querySkills } from '../../../aicc/endpoints/fabric/querySkills';
import { queryVoiceNotificationRecording } from '../../../aicc/endpoints/fabric/queryVoiceNotificationRecording';
import { isEmpty } from '../../shared/readers/text';
import { IVR } from '../resources/calledRoute/devices';
import { searchOf, searchOnceOf } from '../../shared/listSearch';

/** The words for a row, and what tells it from others behind them. */
function entry(words: Array<unknown>, id: unknown) {
	const value = asText(id) ?? '';
	const name = words
		.map((word) => asText(word)?.trim())
		.filter(Boolean)
		.join(' ');
	return { name: `${name} (${value})`.trim(), value };
}

const searchSkills = searchOf({
	endpoint: querySkills,
	toEntry: ({ name, skillId }) => entry([name], skillId),
});

const searchIvrFlows = searchOnceOf({
	endpoint: queryIVRFlowList,
	read: async (ask) => await listIvrFlows(ask),
	toEntry: ({ description, accessCode, id }) => entry([description, accessCode], id),
});

/** Where a called route can lead, by the kind that is chosen in the node. */
export async function searchDevices(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const kind = asText(this.getCurrentNodeParameter('devicetype'));
	const search: typeof searchSkills = kind === String(IVR) ? searchIvrFlows : searchSkills;
	return await search.call(this, filter, paginationToken);
}

/** So many access codes are shown; of others a part is entered. */
const SHOWN_ACCESS_CODES = 200;

export const searchAccessCodes = searchOnceOf({
	endpoint: queryAccessCodeList,
	read: async (ask, text) => {
		const filters = /^\d+$/.test(text) ? { accessCode: text } : {};
		return await listAccessCodes(ask, filters, text === '' ? SHOWN_ACCESS_CODES : Infinity);
	},
	toEntry: ({ accessCode, description }) => {
		const value = asText(accessCode) ?? '';
		return { name: [value, asText(description)].filter(Boolean).join(' '), value };
	},
});

function routeName({ accessCode, extCode, deviceDesc }: JsonObject): unknown[] {
	return [accessCode, extCode, deviceDesc];
}

export const searchCalledRoutes = searchOf({
	endpoint: queryCalledRoute,
	toEntry: (row) => entry(routeName(row), row.id),
});

/** The same by what Delete takes. */
export const searchDnids = searchOf({
	endpoint: queryCalledRoute,
	toEntry: (row) => entry(routeName(row), row.dnid),
});

export const searchAgents = searchOf({
	endpoint: agentAccountQuery,
	toEntry: ({ userName, userAccount }) => entry([userName], userAccount),
});

/** The same by their work numbers. */
export const searchWorkNos = searchOf({
	endpoint: agentAccountQuery,
	isOffered: ({ workNo }) => !isEmpty(workNo),
	toEntry: ({ userName, userAccount, workNo }) => entry([userName, userAccount], workNo),
});

/** The same by their softphones; an agent may have none. */
export const searchSoftphones = searchOf({
	endpoint: agentAccountQuery,
	isOffered: ({ sipAccount }) => !isEmpty(sipAccount),
	toEntry: ({ userName, userAccount, sipAccount }) => entry([userName, userAccount], sipAccount),
});

/** What voice notifications can play, of one type. Source: vendor page cec_07_0075, `type`. */
function searchVoice(type: number) {
	return searchOf({
		endpoint: queryVoiceNotificationRecording,
		filtersFor: () => ({ type }),
		toEntry: ({ name, voice_id: id }) => entry([name], id),
	});
}

export const searchVoiceRecordings = searchVoice(0);

export const searchVoiceTexts = searchVoice(2);
