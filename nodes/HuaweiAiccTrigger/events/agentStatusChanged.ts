/** Agents of some skills whose status changes. */
import type { IDataObject } from 'n8n-workflow';

import { AiccError } from '../../../aicc/base/errors';
import { asText, type JsonObject } from '../../../aicc/base/json';
import { agentbyconfigedskill } from '../../../aicc/endpoints/cms/agentbyconfigedskill';
import { rowsFrom } from '../../../aicc/endpoints/cms/shared/rows';
import { cmsTenant } from '../../shared/cmsTenant';
import { cmsOptions } from '../../shared/descriptions';
import { withNames } from '../../shared/names';
import { idsFrom, skillIds } from '../../shared/watchedIds';
import { SAMPLE_SIZE, type PollTools, type TriggerEvent } from '../event';
import { failedPartOf } from '../failedPart';
import { compareStatuses, sampleChange, type KnownStatuses, type StatusChange } from '../statuses';

/** The agents of a skill. */
async function agentsOf({ ask, inputs }: PollTools, skillId: number): Promise<JsonObject[]> {
	const body = { ...cmsTenant(inputs), skillId };
	const answer = await ask(agentbyconfigedskill, { body });
	return rowsFrom(answer, agentbyconfigedskill, { texts: ['workNo'], numbers: ['mediaType'] });
}

/** The agents of the skills by their work numbers, each once. Of a skill that cannot be read none. */
async function agentsOfAll(tools: PollTools, skillIds: number[]): Promise<Map<string, JsonObject>> {
	const answers = await Promise.allSettled(
		skillIds.map(async (skillId) => await agentsOf(tools, skillId)),
	);
	const failed = failedPartOf(answers);
	if (failed) {
		tools.logger.warn(
			`The agents of ${failed.count} of ${skillIds.length} watched skills could not be read: ${failed.reason}`,
		);
	}
	const agents = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
	return new Map(
		agents.flatMap((agent): Array<[string, JsonObject]> => {
			const workNo = asText(agent.workNo) ?? '';
			return workNo === '' ? [] : [[workNo, agent]];
		}),
	);
}

function watchedSkills({ inputs }: PollTools): number[] {
	return idsFrom(inputs, 'skillIds');
}

function toItem({ record, changedFields, previous }: StatusChange): IDataObject {
	return {
		change: previous ? 'changed' : 'added',
		changedFields,
		previous,
		...withNames(record, agentbyconfigedskill.meanings),
	};
}

export const agentStatusChanged: TriggerEvent<KnownStatuses> = {
	option: {
		name: 'Agent Status Changed',
		value: 'agentStatusChanged',
		description: 'When the status of an agent of some skills is not what it was',
	},
	endpoint: agentbyconfigedskill,
	fields: [skillIds, cmsOptions],
	scope: (inputs) => ({ ...cmsTenant(inputs), skillIds: idsFrom(inputs, 'skillIds') }),

	async poll(tools, known) {
		const rows = await agentsOfAll(tools, watchedSkills(tools));
		const { statuses, changes } = compareStatuses(known, rows, tools.emitExisting);
		return { known: statuses, items: changes.map(toItem) };
	},

	async sample(tools) {
		const rows = await agentsOfAll(tools, watchedSkills(tools));
		const agents = [...rows.values()].slice(0, SAMPLE_SIZE);
		if (agents.length === 0) {
			throw new AiccError('input', 'The skills have no agents to show as a sample', {
				description: 'Check the IDs of the skills.',
			});
		}
		return agents.map((record) => toItem(sampleChange(record)));
	},
};
