import type { INodeProperties } from 'n8n-workflow';

import { routingOf } from '../n8nEngines';
import type { Resource } from './operation';

/** The Operation drop-down of a resource. */
function operationProperty(resource: Resource): INodeProperties {
	const choice: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map((operation) => ({
			...operation.option,
			...routingOf(operation, resource.authentication),
		})),
		default: '',
	};
	return { ...choice, default: resource.defaultOperation.option.value };
}

/** Where a field shows, besides its own conditions: for each of these with each of those. */
interface Scope {
	resource: string[];
	operation: string[];
}

/** A resource with one of its operations, as one text. */
function pairOf(resource: string, operation: string): string {
	return `${resource}.${operation}`;
}

function withPair(scope: Scope, resource: string, operation: string): Scope {
	return {
		resource: [...new Set([...scope.resource, resource])],
		operation: [...new Set([...scope.operation, operation])],
	};
}

/** The operations in a scope, of those that there are. */
function pairsIn({ resource, operation }: Scope, all: Set<string>): string[] {
	const pairs = resource.flatMap((one) => operation.map((other) => pairOf(one, other)));
	return pairs.filter((pair) => all.has(pair));
}

/**
 * Few scopes in which a field shows for these operations, once for each, and for no other one that
 * there is.
 *
 * @param users the operations that have the field
 * @param all every operation, see `pairOf`
 */
function scopesOf(users: Array<[resource: string, operation: string]>, all: Set<string>): Scope[] {
	const open = new Set(users.map(([resource, operation]) => pairOf(resource, operation)));
	const scopes: Scope[] = [];
	for (const user of users) {
		if (!open.delete(pairOf(...user))) continue;
		let scope = withPair({ resource: [], operation: [] }, ...user);
		for (const other of users) {
			const wider = withPair(scope, ...other);
			const own = pairsIn(scope, all);
			const isRight = pairsIn(wider, all).every((pair) => own.includes(pair) || open.has(pair));
			if (isRight) scope = wider;
			for (const pair of pairsIn(scope, all)) open.delete(pair);
		}
		scopes.push(scope);
	}
	return scopes;
}

/**
 * The order of the screen: what an operation is about, what must be filled in, what is its own, what
 * it has in common with others, and collections, Options last.
 *
 * @param users how many operations have the field
 */
function placeOf({ name, required, type, typeOptions }: INodeProperties, users: number): number {
	// What is listed by another field stands after that.
	if (type === 'resourceLocator') return typeOptions?.loadOptionsDependsOn ? -1 : -2;
	if (required) return -1;
	if (type !== 'collection') return users;
	return name === 'options' ? Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER - 1;
}

/**
 * The Operation drop-downs and the fields of all operations. A field that several operations have
 * in common is declared once if possible: n8n's declarative engine goes over every property twice
 * for each item.
 */
export function allProperties(resources: Resource[]): INodeProperties[] {
	const all = new Set<string>();
	const users = new Map<INodeProperties, Array<[string, string]>>();
	for (const resource of resources) {
		for (const { option, fields } of resource.operations) {
			const user: [string, string] = [resource.value, String(option.value)];
			all.add(pairOf(...user));
			for (const field of fields) users.set(field, [...(users.get(field) ?? []), user]);
		}
	}
	const ordered = [...users].sort(
		([one, ownUsers], [other, otherUsers]) =>
			placeOf(one, ownUsers.length) - placeOf(other, otherUsers.length),
	);
	const fields = ordered.flatMap(([field, ownUsers]) =>
		scopesOf(ownUsers, all).map((scope) => ({
			...field,
			displayOptions: {
				...field.displayOptions,
				show: { ...field.displayOptions?.show, ...scope },
			},
		})),
	);
	return [...resources.map(operationProperty), ...fields];
}

/** The expression for the line below the node's name: what it does, in the words of the panel. */
export function subtitleOf(resources: Resource[]): string {
	const actions = resources.flatMap(({ value, operations }) =>
		operations.map(({ option }) => [pairOf(value, String(option.value)), option.action]),
	);
	const table = JSON.stringify(Object.fromEntries(actions));
	return `={{ (${table})[$parameter["resource"] + "." + $parameter["operation"]] }}`;
}
