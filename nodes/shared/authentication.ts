/**
 * How n8n chooses between the two credentials of a node: by a field of the node, such as Resource,
 * and without a choice that the user would have to make.
 *
 * n8n's declarative engine chooses among several credentials by a parameter called exactly
 * `authentication`. n8n's editor hides what it takes for a choice of authentication, and sets it
 * from the credential: every field that the credentials' `displayOptions` name, if they name each
 * of its options, and a field called `authentication` unless it has an option `none`; and it hides
 * every field that shows such a one. So the credentials are shown by the hidden parameter only,
 * which is hidden, not shown, by the field that decides, and has that option.
 */
import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import { CREDENTIAL_TYPES, type Authentication } from '../../aicc/client/openSession';

const AUTHENTICATIONS: Authentication[] = ['token', 'akSk'];

/** An option of the field that decides, and the credential that it needs. */
export interface AuthenticatedOption {
	value: string;
	authentication: Authentication;
}

/** When a credential of a node that has `authenticationProperties` is shown and used. */
export function shownFor(
	authentication: Authentication,
): NonNullable<INodeCredentialDescription['displayOptions']> {
	return { show: { authentication: [CREDENTIAL_TYPES[authentication]] } };
}

/**
 * The hidden parameters by which n8n chooses the credential.
 *
 * @param field name of the field that decides, such as `resource`
 * @param options all its options
 */
export function authenticationProperties(
	field: string,
	options: AuthenticatedOption[],
): INodeProperties[] {
	return AUTHENTICATIONS.map((authentication) => {
		const property: INodeProperties = {
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			displayOptions: {
				hide: {
					[field]: options
						.filter((option) => option.authentication !== authentication)
						.map(({ value }) => value),
				},
			},
			options: [{ name: 'None', value: 'none' }],
			default: '',
		};
		return { ...property, default: CREDENTIAL_TYPES[authentication] };
	});
}
