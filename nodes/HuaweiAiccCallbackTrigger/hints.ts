/** What the platform's side must know of more than one event. */

export const ADDRESS_LIST =
	"Have the platform's administrator put the address of this n8n on the address list for callbacks.";

export const TLS = 'The platform needs HTTPS with TLS 1.2 or newer.';

export const UNVERIFIED =
	"What comes as signature, timestamp and nonce comes out as it is. Nobody documents how the signature is made, so it is not verified: set a Secret, and let only the platform's addresses through.";
