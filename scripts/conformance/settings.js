/** The two credentials: out of the environment, and what is missing there out of a terminal. */

const readline = require('node:readline/promises');
const { Writable } = require('node:stream');
const { loadAuthentication } = require('../load-typescript');

/** @typedef {import('../../aicc/auth/bearer/tokenRequest').TokenCredential} TokenCredential */
/** @typedef {import('../../aicc/auth/authV2/signing').AkSkCredential} AkSkCredential */

/**
 * @typedef {object} Settings
 * @property {TokenCredential | undefined} token none: the API Fabric is not asked
 * @property {AkSkCredential | undefined} akSk none: CC-iSales, CC-CMS and CC-FS are not asked
 * @property {string | undefined} msisdn
 * @property {string} timeZone
 * @property {boolean} ignoresSsl
 * @property {number} [deadlineMs] for each answer, if it is another than usual
 */

/**
 * @typedef {object} Field
 * @property {string} env name of the environment variable
 * @property {string} label what the credential calls it
 * @property {boolean} [isNeeded]
 * @property {boolean} [isSecret]
 */

/** Each begins with the address, which is left empty by who has no such credential. */
const TOKEN_FIELDS = /** @type {Record<string, Field>} */ ({
	baseUrl: { env: 'AICC_FABRIC_URL', label: 'Base URL', isNeeded: true },
	appKey: { env: 'AICC_APP_KEY', label: 'App Key', isNeeded: true },
	appSecret: { env: 'AICC_APP_SECRET', label: 'App Secret', isNeeded: true, isSecret: true },
	tokenBaseUrl: { env: 'AICC_TOKEN_URL', label: 'Token Base URL (if it is another)' },
	tenantSpaceId: { env: 'AICC_TENANT_SPACE_ID', label: 'Tenant Space ID (if needed)' },
});

const AKSK_FIELDS = /** @type {Record<string, Field>} */ ({
	baseUrl: { env: 'AICC_ISALES_URL', label: 'Base URL', isNeeded: true },
	accessKey: { env: 'AICC_ACCESS_KEY', label: 'Access Key', isNeeded: true },
	secretKey: { env: 'AICC_SECRET_KEY', label: 'Secret Key', isNeeded: true, isSecret: true },
	vdnId: { env: 'AICC_VDN_ID', label: 'VDN ID', isNeeded: true },
	ccId: { env: 'AICC_CC_ID', label: 'CC ID (1 unless entered)' },
	cmsBaseUrl: { env: 'AICC_CMS_URL', label: 'CC-CMS Base URL (if it is another)' },
	ccfsBaseUrl: { env: 'AICC_CCFS_URL', label: 'CC-FS Base URL (if it is another)' },
});

const OTHERS = /** @type {Record<string, Field>} */ ({
	timeZone: {
		env: 'AICC_TIME_ZONE',
		label: 'Time zone of the tenant, such as Asia/Shanghai (UTC unless entered)',
	},
	msisdn: {
		env: 'AICC_MSISDN',
		label: "A subscriber's number, for the mass fault check (if wanted)",
	},
	ignoresSsl: {
		env: 'AICC_IGNORE_SSL_ISSUES',
		label: 'Ignore SSL issues (true or false; false unless entered)',
	},
});

/** @typedef {(label: string, isSecret: boolean) => Promise<string>} Ask */

/** @returns {{ ask: Ask, end: () => void } | undefined} asks on the terminal, if there is one */
function terminal() {
	const { stdin, stdout } = process;
	if (!stdin.isTTY || !stdout.isTTY) return undefined;
	/** Whether what is typed may be seen: only where an answer is waited for that is no secret. */
	let isShown = false;
	const output = new Writable({
		write(part, _encoding, done) {
			if (isShown) stdout.write(part);
			done();
		},
	});
	// The arrow up would bring a secret back, where it is seen.
	const lines = readline.createInterface({ input: stdin, output, terminal: true, historySize: 0 });
	/** Answers that were there before they were asked for: of several lines that were pasted. @type {string[]} */
	const early = [];
	lines.on('line', (line) => early.push(line));
	const onKey = (
		/** @type {unknown} */ _text,
		/** @type {import('node:readline').Key} */ { name },
	) => {
		if (name === 'return' || name === 'enter') isShown = false;
	};
	stdin.on('keypress', onKey);
	return {
		ask: async (label, isSecret) => {
			const given = early.shift();
			if (given !== undefined) {
				stdout.write(`${label}: ${isSecret ? '' : given}\n`);
				return given.trim();
			}
			isShown = !isSecret;
			if (isSecret) stdout.write(`${label}: `);
			const answer = await lines.question(isSecret ? '' : `${label}: `);
			if (isSecret) stdout.write('\n');
			return answer.trim();
		},
		end: () => {
			stdin.off('keypress', onKey);
			lines.close();
		},
	};
}

/**
 * @param {string} title of the credential
 * @param {Record<string, Field>} fields
 * @param {NodeJS.ProcessEnv} env
 * @param {Ask | undefined} ask
 * @returns {Promise<Record<string, string> | undefined>} none when it is left out
 * @throws Error naming what is missing
 */
async function credentialOf(title, fields, env, ask) {
	const isInEnv = Object.values(fields).some((field) => env[field.env]);
	if (!isInEnv && !ask) return undefined;
	/** @type {Record<string, string>} */
	const values = {};
	if (!isInEnv) console.log(`\n${title}. Leave the Base URL empty if you have none.`);
	for (const [name, { env: variable, label, isNeeded, isSecret = false }] of Object.entries(
		fields,
	)) {
		// Whoever has set some of them is asked for what cannot be done without.
		const isAsked = ask && !env[variable] && (isNeeded || !isInEnv);
		values[name] = env[variable] ?? (isAsked ? await ask(`  ${label}`, isSecret) : '');
		if (name === 'baseUrl' && !isInEnv && values[name] === '') return undefined;
		if (isNeeded && !values[name]) throw new Error(`${title} has no ${label}: set ${variable}.`);
	}
	return values;
}

/** @param {Field | undefined} field @param {string} text @throws Error when it is neither */
function isTrue(field, text) {
	const read = text.trim().toLowerCase();
	if (['', 'false', 'true'].includes(read)) return read === 'true';
	throw new Error(`${field?.env} is neither true nor false.`);
}

/**
 * Every address, before anything is asked: one that is found out halfway would cost the report.
 *
 * @param {Pick<Settings, 'token' | 'akSk'>} settings
 * @throws Error naming the first that is not usable
 */
function checkAddresses({ token, akSk }) {
	const { BASE_URL_FIELDS, originFor, originOf } = loadAuthentication();
	if (token) originOf(token.baseUrl, 'Base URL');
	if (token?.tokenBaseUrl) originOf(token.tokenBaseUrl, 'Token Base URL');
	if (akSk) for (const field of BASE_URL_FIELDS) originFor(field, akSk);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Settings>}
 * @throws Error when there is no credential, or one is incomplete or unusable
 */
async function readSettings(env) {
	const dialogue = terminal();
	const token = await credentialOf('Huawei AICC Token API', TOKEN_FIELDS, env, dialogue?.ask);
	const akSk = await credentialOf('Huawei AICC AK/SK API', AKSK_FIELDS, env, dialogue?.ask);
	if (!token && !akSk) {
		dialogue?.end();
		const names = [TOKEN_FIELDS, AKSK_FIELDS].map((fields) =>
			Object.values(fields)
				.flatMap((field) => (field.isNeeded ? field.env : []))
				.join(', '),
		);
		throw new Error(
			`There is no credential. Run this on a terminal, or set ${names.join('; or ')}.`,
		);
	}
	const isEntered = [...Object.values(TOKEN_FIELDS), ...Object.values(AKSK_FIELDS)].some(
		(field) => env[field.env],
	);
	/** @type {Record<string, string>} */
	const others = {};
	for (const [name, { env: variable, label }] of Object.entries(OTHERS)) {
		others[name] = env[variable] ?? (isEntered ? '' : ((await dialogue?.ask(label, false)) ?? ''));
	}
	dialogue?.end();
	const { checkedCcId, checkedTimeZone, checkedVdnId } = loadAuthentication();
	const ignoresSsl = isTrue(OTHERS.ignoresSsl, others.ignoresSsl ?? '');
	const settings = {
		token: token && /** @type {TokenCredential} */ ({ ...token, ignoreSslIssues: ignoresSsl }),
		akSk:
			akSk &&
			/** @type {AkSkCredential} */ ({
				...akSk,
				vdnId: String(checkedVdnId(akSk.vdnId)),
				ccId: checkedCcId(akSk.ccId),
				ignoreSslIssues: ignoresSsl,
			}),
		msisdn: others.msisdn || undefined,
		timeZone: checkedTimeZone(others.timeZone) ?? 'UTC',
		ignoresSsl,
	};
	checkAddresses(settings);
	return /** @type {Settings} */ (settings);
}

module.exports = { readSettings };
