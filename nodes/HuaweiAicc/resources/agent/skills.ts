/** The skill queues of an agent. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject } from '../../../../aicc/base/json';
import type { Inputs } from '../../../shared/inputs';
import { BadValue, quoted } from '../../../shared/readers/badValue';
import { entriesOf } from '../../../shared/readers/list';
import { readWholeNumber } from '../../../shared/readers/scalar';
import { isEmpty, readText } from '../../../shared/readers/text';
import { wholeId } from '../../../shared/wholeId';

const PATH = 'additionalFields.skills';

const SKILL_ID = {
	isCode: true,
	allowed: /\d/,
	mustBe: 'IDs of skill queues, digits only, with commas between them',
};

const WEIGHTS = ['agentWeight', 'skillWeight'] as const;

/** @param name of the weight, with its label */
function weightField(name: (typeof WEIGHTS)[number], displayName: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 1,
		description: `The ${displayName.toLowerCase()} in each of the skills, unless they say it themselves`,
	};
}

/** Fields for the skill queues of an agent, by their labels. */
export const SKILL_FIELDS = {
	agentWeight: weightField('agentWeight', 'Agent Weight'),
	skills: {
		displayName: 'Skill Names or IDs',
		name: 'skills',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getSkills' },
		default: [],
		description:
			'The skill queues of the agent. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		hint: 'An expression may also give objects with skillId, agentWeight and skillWeight',
	},
	skillWeight: weightField('skillWeight', 'Skill Weight'),
} satisfies Record<string, INodeProperties>;

/** One skill queue: its ID, or an object with it and its weights. @throws BadValue */
function readSkill(entry: unknown): IDataObject {
	if (!isObject(entry)) return { skillId: wholeId(readText(entry, SKILL_ID)) };
	const { skillId, agentWeight, skillWeight, ...others } = entry;
	const [stray] = Object.keys(others);
	if (stray !== undefined || isEmpty(skillId)) {
		throw new BadValue(
			stray === undefined ? 'has a skill without skillId' : `has a skill with ${quoted(stray)}`,
			'Give each skill as its ID, or as an object with skillId, agentWeight and skillWeight.',
		);
	}
	const weights = { agentWeight, skillWeight };
	return {
		skillId: wholeId(readText(skillId, SKILL_ID)),
		...Object.fromEntries(
			WEIGHTS.filter((name) => !isEmpty(weights[name])).map((name) => [
				name,
				readWholeNumber(weights[name], { min: 0 }),
			]),
		),
	};
}

function readSkills(value: unknown): IDataObject[] {
	// An object is one skill.
	const entries = entriesOf(value, { splitsAtBlanks: true }).filter((entry) => !isEmpty(entry));
	return entries.map(readSkill);
}

/** The skill queues of an agent as the service takes them; undefined when none are given. */
export function skillsFrom(inputs: Inputs): IDataObject[] | undefined {
	const weights = Object.fromEntries(
		WEIGHTS.map((name) => [name, inputs.optionalNumber(`additionalFields.${name}`, { min: 0 })]),
	);
	const skills = inputs.optional(PATH, readSkills);
	if (skills === undefined) {
		const alone = WEIGHTS.find((name) => weights[name] !== undefined);
		if (alone === undefined) return undefined;
		throw inputs.complaint(
			`additionalFields.${alone}`,
			'goes with Skill Names or IDs only',
			'Set the skills as well, or remove it.',
		);
	}
	return skills.map((skill) => ({ ...weights, ...skill }));
}
