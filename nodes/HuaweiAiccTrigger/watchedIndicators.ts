/** Live indicators of many skills, agents or VDNs, in as few requests as the service takes. */
import type { IDataObject } from 'n8n-workflow';

import { agentgroupRindex, AGENT_ID_RANGES } from '../../aicc/endpoints/cms/agentgroupRindex';
import { rindexVdn } from '../../aicc/endpoints/cms/rindexVdn';
import type { OfId } from '../../aicc/endpoints/cms/shared/byId';
import {
	indicatorsOf,
	liveValue,
	SKILL_INDICATORS,
	VDN_INDICATORS,
} from '../../aicc/endpoints/cms/shared/indicators';
import { skillRindex } from '../../aicc/endpoints/cms/skillRindex';
import type { Meanings } from '../../aicc/endpoints/product';
import type { BatchEndpoint } from '../../aicc/patterns/batch/batchSpec';
import { cmsTenant } from '../shared/cmsTenant';
import { idsFrom, vdnIdsFrom } from '../shared/watchedIds';
import type { Reading } from './crossings';
import type { PollTools } from './event';
import { failedPartOf } from './failedPart';
import type { TriggerInputs } from './triggerInputs';

/** Kinds of things that have live indicators. */
export type WatchedKind = 'agent' | 'skill' | 'vdn';

/** What indicators there are of one kind of thing, and how they are asked for. */
export interface Watched {
	/** What is watched, in the plural, for messages. */
	title: string;
	endpoint: BatchEndpoint<number>;
	/** Indicators that a page lists, with what they are. */
	indicators: Meanings;
	/** Whether there are no others. */
	areAllKnown: boolean;
	/** The IDs that the user watches. */
	ids: (inputs: TriggerInputs) => number[];
	/** Where to look for them. */
	tenant: (inputs: TriggerInputs) => IDataObject;
}

export const WATCHED: Readonly<Record<WatchedKind, Watched>> = {
	agent: {
		title: 'agents',
		endpoint: agentgroupRindex,
		indicators: {},
		areAllKnown: false,
		ids: (inputs) => idsFrom(inputs, 'agentIds', AGENT_ID_RANGES),
		tenant: cmsTenant,
	},
	skill: {
		title: 'skills',
		endpoint: skillRindex,
		indicators: SKILL_INDICATORS,
		areAllKnown: true,
		ids: (inputs) => idsFrom(inputs, 'skillIds', [skillRindex.limits.skillIds]),
		tenant: cmsTenant,
	},
	vdn: {
		title: 'VDNs',
		endpoint: rindexVdn,
		indicators: VDN_INDICATORS,
		areAllKnown: false,
		ids: vdnIdsFrom,
		tenant: (inputs) => ({ ccId: Number(inputs.ccId()) }),
	},
};

/** The value of an indicator that is a number; undefined for any other. */
function numberIn(row: OfId['row'], indicator: string): number | undefined {
	const value = row && liveValue(indicatorsOf(row).get(indicator));
	return typeof value === 'number' ? value : undefined;
}

/**
 * Reads an indicator of some things. What could not be read, is not in the answer or is no number has
 * no reading, and n8n's log says how many there are of these.
 *
 * @throws the first failure when none could be read for a failure
 */
export async function readIndicator(
	{ title, endpoint, tenant }: Watched,
	ids: number[],
	indicator: string,
	{ inputs, sendInBatch, logger }: PollTools,
): Promise<Reading[]> {
	const shared = { ...tenant(inputs), indexIds: [indicator] };
	const spec = { title: endpoint.title, endpoint, path: {}, shared };
	const answers = await Promise.allSettled(
		ids.map(async (id) => (await sendInBatch(spec, id)) as OfId),
	);
	const failed = failedPartOf(answers);
	const readings = answers.flatMap((answer, index): Reading[] => {
		const value = answer.status === 'fulfilled' ? numberIn(answer.value.row, indicator) : undefined;
		return value === undefined ? [] : [{ id: ids[index] ?? 0, value }];
	});
	const unread = ids.length - readings.length;
	if (unread > 0) {
		const why = failed?.reason ?? `the service gave no number for ${indicator}`;
		logger.warn(`${unread} of ${ids.length} watched ${title} could not be read: ${why}`);
	}
	return readings;
}
