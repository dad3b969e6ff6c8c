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

/** A field that shows for one operation only, besides its own conditions. */
function scoped(field: INodeProperties, resource: Resource, operation: Operation): INodeProperties {
	return {
		...field,
		displayOptions: {
			...field.displayOptions,
			show: {
				...field.displayOptions?.show,
				resource: [resource.value],
				operation: [operation.option.value],
			},
		},
	};
}

/** The Operation drop-down of a resource and the fields of its operations. */
export function resourceProperties(resource: Resource): INodeProperties[] {
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
	return [
		{ ...choice, default: resource.operations[0]?.option.value ?? '' },
		...resource.operations.flatMap((operation) =>
			operation.fields.map((field) => scoped(field, resource, operation)),
		),
	];
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
