/** Watching a list of the tenant: what was added to it, changed in it, removed from it. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { JsonObject } from '../../aicc/base/json';
import type { SendRequest } from '../../aicc/patterns/sendRequest';
import { byKey } from './byKey';
import { added, compareRecords, type Change, type ChangeKind, type Records } from './changes';
import { nothingToShow, SAMPLE_SIZE, type TriggerEvent } from './event';
import { packRecords, unpackRecords, type PackedRecords } from './records';
import type { TriggerInputs } from './triggerInputs';

/** A list that can be watched. */
export interface WatchedList extends Pick<TriggerEvent, 'option' | 'endpoint' | 'scope'> {
	/** What is listed, in the plural, for messages. */
	title: string;
	/** Fields besides those of every list. */
	fields: INodeProperties[];
	/** Reads the whole list, or throws. */
	readAll: (ask: SendRequest, inputs: TriggerInputs) => Promise<JsonObject[]>;
	/** Reads some rows of it. */
	readSome: (ask: SendRequest, inputs: TriggerInputs, count: number) => Promise<JsonObject[]>;
	/** What tells a row from others; the service may have several with the same. */
	keyOf: (row: JsonObject) => string;
	/** A row as the nodes give it out. */
	toItem: (row: JsonObject) => IDataObject;
}

const CHANGE_KINDS: readonly ChangeKind[] = ['added', 'changed', 'removed'];

const changes: INodeProperties = {
	displayName: 'Changes',
	name: 'changes',
	type: 'multiOptions',
	options: [
		{ name: 'Added', value: 'added' },
		{ name: 'Changed', value: 'changed' },
		{ name: 'Removed', value: 'removed' },
	],
	default: [...CHANGE_KINDS],
	required: true,
	description:
		'What starts the workflow: a new entry, one that is not what it was, one that is gone',
};

function toItem(list: WatchedList, { kind, changedFields, previous, record }: Change): IDataObject {
	return {
		change: kind,
		changedFields,
		previous: previous && list.toItem(previous),
		...list.toItem(record),
	};
}

/**
 * Reads a list that may change while it is read page by page. Then a row can slide from a page
 * not read yet to one that was, and look removed although every total fits. So when a row is
 * missing, or when it is the first reading, the list is read once more: what is in either reading
 * is there.
 */
async function readSettled(
	read: () => Promise<JsonObject[]>,
	list: WatchedList,
	before: Records | undefined,
): Promise<Records> {
	const first = byKey(list.keyOf, await read(), before);
	const isNothingMissing = before && [...before.keys()].every((key) => first.has(key));
	if (isNothingMissing) return first;
	const second = byKey(list.keyOf, await read(), first);
	for (const [key, row] of first) {
		if (!second.has(key)) second.set(key, row);
	}
	return second;
}

/** The event for a list. */
export function listChanged(list: WatchedList): TriggerEvent<PackedRecords> {
	return {
		option: list.option,
		endpoint: list.endpoint,
		fields: [changes, ...list.fields],
		scope: (inputs) => list.scope(inputs),

		async poll({ inputs, emitExisting, ask }, known) {
			const chosen = inputs.choices('changes', CHANGE_KINDS);
			const before = known && byKey(list.keyOf, unpackRecords(known));
			const after = await readSettled(async () => await list.readAll(ask, inputs), list, before);
			if (!known || !before) {
				const existing = emitExisting ? [...after.values()].map(added) : [];
				return {
					known: packRecords(after.values()),
					items: existing.map((change) => toItem(list, change)),
				};
			}
			const found = compareRecords(before, after);
			return {
				known: found.length > 0 ? packRecords(after.values()) : known,
				items: found
					.filter(({ kind }) => chosen.includes(kind))
					.map((change) => toItem(list, change)),
			};
		},

		async sample({ inputs, ask }) {
			const [kind = 'added'] = inputs.choices('changes', CHANGE_KINDS);
			const rows = await list.readSome(ask, inputs, SAMPLE_SIZE);
			if (rows.length === 0) throw nothingToShow(list.title, 'one is added');
			return rows.map((record) =>
				toItem(
					list,
					kind === 'added' ? added(record) : { kind, record, previous: record, changedFields: [] },
				),
			);
		},
	};
}
