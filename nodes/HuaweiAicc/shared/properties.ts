import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { CREDENTIAL_TYPES, type Authentication } from '../../../aicc/connection';
import { executeWith } from './execute';
import type { Operation, Resource } from './operation';

function operationOption(
	operation: Operation,
	authentication: Authentication,
): INodePropertyOptions {
	return {
		...operation.option,
		routing: {
			send: { paginate: true },
			operations: { pagination: executeWith(operation, authentication) },
		},
	};
}

/** The Operation drop-down of a resource. */
function operationProperty(resource: Resource): INodeProperties {
	const choice: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map((operation) =>
			operationOption(operation, resource.authentication),
		),
		default: '',
	};
	return { ...choice, default: resource.operations[0]?.option.value ?? '' };
}

/** Where a field shows, besides its own conditions: for each of these with each of those. */
interface Scope {
	resource: string[];
	operation: string[];
}

function addOnce(values: string[], value: string): void {
	if (!values.includes(value)) values.push(value);
}

/**
 * The Operation drop-downs and the fields of all operations. A field that several operations have
 * in common is declared once: n8n's declarative engine goes over every property twice for each item.
 */
export function allProperties(resources: Resource[]): INodeProperties[] {
	const fieldsOfAll: INodeProperties[] = [];
	const scopes = new Map<INodeProperties, Scope>();
	for (const resource of resources) {
		for (const { option, fields } of resource.operations) {
			for (const field of fields) {
				const scope = scopes.get(field) ?? { resource: [], operation: [] };
				addOnce(scope.resource, resource.value);
				addOnce(scope.operation, String(option.value));
				if (scopes.has(field)) continue;
				scopes.set(field, scope);
				// The lists in it still grow.
				const show = { ...field.displayOptions?.show, ...scope };
				fieldsOfAll.push({ ...field, displayOptions: { ...field.displayOptions, show } });
			}
		}
	}
	return [...resources.map(operationProperty), ...fieldsOfAll];
}

/**
 * Makes n8n use the credential that belongs to the resource.
 *
 * n8n's declarative engine chooses among several credentials by a parameter called exactly
 * `authentication`. It must not be shown by resource, or the editor hides the Resource field, and
 * needs an option `none`, or the editor takes it for its own choice of authentication.
 */
export function authenticationProperty(
	authentication: Authentication,
	resources: Resource[],
): INodeProperties {
	const property: INodeProperties = {
		displayName: 'Authentication',
		name: 'authentication',
		type: 'hidden',
		displayOptions: {
			hide: {
				resource: resources
					.filter((resource) => resource.authentication !== authentication)
					.map((resource) => resource.value),
			},
		},
		options: [{ name: 'None', value: 'none' }],
		default: '',
	};
	return { ...property, default: CREDENTIAL_TYPES[authentication] };
}

/** The expression for the line below the node's name: what it does, in the words of the panel. */
export function subtitleOf(resources: Resource[]): string {
	const actions = resources.flatMap(({ value, operations }) =>
		operations.map(({ option }) => [`${value}.${String(option.value)}`, option.action]),
	);
	const table = JSON.stringify(Object.fromEntries(actions));
	return `={{ (${table})[$parameter["resource"] + "." + $parameter["operation"]] }}`;
}
