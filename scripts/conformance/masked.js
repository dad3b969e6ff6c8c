/** The last look at a report: nothing that was entered is in it, and no number of anybody. */

/** @typedef {import('./settings').Settings} Settings */

/**
 * What must not be in a report, wherever it may have come from.
 *
 * @param {string} text
 * @param {Settings} settings
 */
function masked(text, { token, akSk, msisdn }) {
	const entered = [
		token?.appKey,
		token?.appSecret,
		token?.tenantSpaceId,
		akSk?.accessKey,
		akSk?.secretKey,
		msisdn,
	];
	const addresses = [
		token?.baseUrl,
		token?.tokenBaseUrl,
		akSk?.baseUrl,
		akSk?.cmsBaseUrl,
		akSk?.ccfsBaseUrl,
	];
	const hosts = addresses.flatMap((address) =>
		address && URL.canParse(address) ? new URL(address).hostname : [],
	);
	const secrets = [...entered, ...hosts].flatMap((one) => (one && one.length > 3 ? one : []));
	let hidden = text;
	for (const secret of secrets) hidden = hidden.replaceAll(secret, '(hidden)');
	return hidden.replace(/\d{8,}/g, '(digits)');
}

module.exports = { masked };
