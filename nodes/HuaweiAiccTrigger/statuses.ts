/** Statuses of agents that change. */
import { asText, type JsonObject } from '../../aicc/base/json';

/** Fields that say what an agent does: of AICC, and of its CTI. */
const STATUS_FIELDS = ['status', 'ctiStatus'] as const;

/** The values of `STATUS_FIELDS` as texts, null for one that was never told. */
type Statuses = Array<string | null>;

/** By work number. An agent takes 19 bytes (measured in test/engine/triggerAgents). */
export type KnownStatuses = Record<string, Statuses>;

/** An agent whose status is not what it was. */
export interface StatusChange {
	record: JsonObject;
	changedFields: string[];
	/** What the statuses were; null when the agent was not known. */
	previous: NamedStatuses | null;
}

/** By name of the field; null for a status that was never told. */
export type NamedStatuses = Record<string, string | null>;

/** Statuses by the names of their fields. */
function named(statuses: Statuses): NamedStatuses {
	return Object.fromEntries(STATUS_FIELDS.map((field, index) => [field, statuses[index] ?? null]));
}

/** The statuses of an agent; one that is not told is held to be as it was. */
function statusesOf(record: JsonObject, last: Statuses = []): Statuses {
	return STATUS_FIELDS.map(
		(field, index) => asText(record[field])?.trim() || (last[index] ?? null),
	);
}

/** A change to show, of an agent as it is now. */
export function sampleChange(record: JsonObject): StatusChange {
	return { record, changedFields: ['status'], previous: named(statusesOf(record)) };
}

/**
 * Agents whose status is not what it was, and what is known then. An agent that is not among the rows
 * is held to be as it was: it comes back with the next complete answer, or is no longer there, which is
 * no status. What is known is of the skills that are watched: with others it begins anew.
 *
 * @param rows the agents, each once by its work number
 * @param emitExisting whether one that was not known counts as changed
 */
export function compareStatuses(
	known: KnownStatuses | undefined,
	rows: ReadonlyMap<string, JsonObject>,
	emitExisting: boolean,
): { statuses: KnownStatuses; changes: StatusChange[] } {
	const before = new Map<string, Statuses>(
		Object.entries(known ?? {}).map(([workNo, values]) => [workNo, [...values]]),
	);
	const after = new Map<string, Statuses>(before);
	const changes: StatusChange[] = [];
	for (const [workNo, record] of rows) {
		const last = before.get(workNo);
		const now = statusesOf(record, last);
		after.set(workNo, now);
		const changedFields = STATUS_FIELDS.filter((_, index) => last && last[index] !== now[index]);
		if (last ? changedFields.length > 0 : emitExisting) {
			changes.push({ record, changedFields, previous: last ? named(last) : null });
		}
	}
	const isNew = [...rows.keys()].some((workNo) => !before.has(workNo));
	const isSame = known && !isNew && changes.length === 0;
	return { statuses: isSame ? known : Object.fromEntries(after), changes };
}
