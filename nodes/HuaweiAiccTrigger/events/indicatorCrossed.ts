/** An alarm: an indicator of skills, agents or VDNs that crosses a threshold. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { AiccError } from '../../../aicc/base/errors';
import { skillRindex } from '../../../aicc/endpoints/cms/skillRindex';
import { nameIn } from '../../shared/names';
import { readIndicators } from '../../shared/readers/ids';
import { agentIds, skillIds, vdnIds } from '../../shared/watchedIds';
import {
	compareSides,
	type Crossing,
	type KnownSides,
	type Operator,
	type Threshold,
} from '../crossings';
import { SAMPLE_SIZE, type PollTools, type TriggerEvent } from '../event';
import { cmsOptions } from '../../shared/descriptions';
import type { TriggerInputs } from '../triggerInputs';
import { readIndicator, WATCHED, type WatchedKind } from '../watchedIndicators';

const scope: INodeProperties = {
	displayName: 'Watch',
	name: 'scope',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Agents', value: 'agent' },
		{ name: 'Skills', value: 'skill' },
		{ name: 'VDNs', value: 'vdn' },
	],
	default: 'skill',
	description: 'What the indicator is of',
};

const indicator: INodeProperties = {
	displayName: 'Indicator',
	name: 'indicator',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'What is measured. The list has those that the documentation names: all of skills, some of VDNs, none of agents.',
	typeOptions: { loadOptionsDependsOn: ['scope'] },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an indicator...',
			typeOptions: { searchListMethod: 'searchIndicators', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. IDX_COUNT_REAL_SKILL_QUEUE',
			hint: 'The name that the service has for it',
		},
	],
};

/** The IDs of one kind of thing, shown for that kind. */
function idsOf(kind: WatchedKind, field: INodeProperties): INodeProperties {
	return { ...field, displayOptions: { show: { scope: [kind] } } };
}

const operator: INodeProperties = {
	displayName: 'Operator',
	name: 'operator',
	type: 'options',
	options: [
		{ name: 'At Least', value: 'atLeast' },
		{ name: 'At Most', value: 'atMost' },
	],
	default: 'atLeast',
	description: 'On which side of the threshold the alarm is; the threshold itself belongs to it',
};

const threshold: INodeProperties = {
	displayName: 'Threshold',
	name: 'threshold',
	type: 'number',
	default: 1,
	required: true,
	description: 'The value that counts as crossed when it is reached',
};

const emitBack: INodeProperties = {
	displayName: 'Output When Back',
	name: 'emitBack',
	type: 'boolean',
	default: false,
	description: 'Whether to output an all-clear, once, when the value is back on the other side',
};

interface Settings {
	kind: WatchedKind;
	name: string;
	threshold: Threshold;
	isBackWanted: boolean;
}

/** The name of the indicator. */
function nameOf(inputs: TriggerInputs): string {
	const path = indicator.name;
	const [name, another] = inputs.needed(path, inputs.optional(path, readIndicators));
	if (another === undefined) return inputs.needed(path, name);
	throw inputs.complaint(
		path,
		'has more than one name',
		'Enter one, and watch others with a trigger each.',
	);
}

function settingsOf(inputs: TriggerInputs): Settings {
	const kind = inputs.needed('scope', inputs.optionalChoice('scope')) as WatchedKind;
	const name = nameOf(inputs);
	const { indicators, areAllKnown, title } = WATCHED[kind];
	if (areAllKnown && nameIn(indicators, name) === null) {
		throw inputs.complaint(
			'indicator',
			`is not an indicator of ${title}: ${name}`,
			`Choose one from the list: ${Object.keys(indicators).join(', ')}.`,
		);
	}
	const chosen = inputs.needed('operator', inputs.optionalChoice('operator')) as Operator;
	return {
		kind,
		name,
		threshold: { operator: chosen, value: inputs.decimal('threshold') },
		isBackWanted: inputs.isOn(emitBack.name),
	};
}

function toItem({ kind, name, threshold: limit }: Settings, crossing: Crossing): IDataObject {
	return {
		change: crossing.change,
		scope: kind,
		id: String(crossing.id),
		indicator: name,
		indicatorName: nameIn(WATCHED[kind].indicators, name),
		value: crossing.value,
		operator: limit.operator,
		threshold: limit.value,
		readAt: new Date().toISOString(),
	};
}

async function read(tools: PollTools, { kind, name }: Settings, count = Infinity) {
	const ids = WATCHED[kind].ids(tools.inputs);
	return { ids, readings: await readIndicator(WATCHED[kind], ids.slice(0, count), name, tools) };
}

/** Nothing that was read is a number: an alarm on that can never ring. */
function noNumber({ name }: Settings): AiccError {
	return new AiccError('input', `The service gave no number for ${name}`, {
		description: 'Check Indicator, and the IDs of what is watched.',
	});
}

function isSame(one: KnownSides, other: KnownSides): boolean {
	const ids = Object.keys(one);
	return ids.length === Object.keys(other).length && ids.every((id) => one[id] === other[id]);
}

export const indicatorCrossed: TriggerEvent<KnownSides> = {
	option: {
		name: 'Indicator Crossed',
		value: 'indicatorCrossed',
		description: 'When a live indicator of skills, agents or VDNs crosses a threshold',
	},
	endpoint: skillRindex,
	fields: [
		scope,
		idsOf('agent', agentIds),
		idsOf('skill', skillIds),
		idsOf('vdn', vdnIds),
		indicator,
		operator,
		threshold,
		emitBack,
		cmsOptions,
	],
	isNewWithPublication: true,

	scope(inputs) {
		const settings = settingsOf(inputs);
		return {
			...settings.threshold,
			kind: settings.kind,
			indicator: settings.name,
			...WATCHED[settings.kind].tenant(inputs),
		};
	},

	async poll(tools, known) {
		const { inputs, emitExisting } = tools;
		const settings = settingsOf(inputs);
		const { ids, readings } = await read(tools, settings);
		if (!known && readings.length === 0) throw noNumber(settings);
		const { sides, crossings } = compareSides(known, readings, {
			ids,
			threshold: settings.threshold,
			emitExisting,
		});
		return {
			known: known && isSame(known, sides) ? known : sides,
			items: crossings
				.filter(({ change }) => change === 'crossed' || settings.isBackWanted)
				.map((crossing) => toItem(settings, crossing)),
		};
	},

	async sample(tools) {
		const settings = settingsOf(tools.inputs);
		const { readings } = await read(tools, settings, SAMPLE_SIZE);
		if (readings.length === 0) throw noNumber(settings);
		return readings.map((reading) => toItem(settings, { ...reading, change: 'crossed' }));
	},
};
