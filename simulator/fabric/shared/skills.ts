/** Skill queues of the tenant space. */

/** A skill queue as querySkills gives it. */
export interface Skill {
	skillId: number;
	name: string;
	description: string;
	mediaTypeId: number;
}

declare module '../../core/data' {
	interface SimulatorData {
		skills: Skill[];
	}
}

const FIRST_ID = 10;

/** Of six in a row three are for voice, and one for each other media type that there is. */
const MEDIA_TYPES = [5, 53, 5, 2, 5, 18];

const NAMES = ['Sales', 'Support', 'Billing', '售后', 'Complaints'];

/** Skill queues with IDs from 10. */
export function makeSkills(count: number): Skill[] {
	return Array.from({ length: count }, (_, index) => {
		const name = `${NAMES[index % NAMES.length]} ${index + 1}`;
		return {
			skillId: FIRST_ID + index,
			name,
			description: `Skill queue ${name}`,
			mediaTypeId: MEDIA_TYPES[index % MEDIA_TYPES.length] ?? 5,
		};
	});
}
