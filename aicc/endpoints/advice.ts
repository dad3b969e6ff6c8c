/** What to do about result codes that several products have. */

export const CHECK_FIELDS =
	'Check the fields of this operation; the text of the service names the one it means.';

export const TRY_LATER = 'Try again later; if it stays, ask the platform.';

export const CHECK_CALL_SERIAL_NO =
	'Check Call Serial Number: it is what Create and the voice notifications give out, with every digit.';
