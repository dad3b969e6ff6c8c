/** Source: vendor page cec_07_0002. */
import account from '../account.json';
import { Answer, htmlPage } from '../core/answer';
import { behaviour, type TryThis } from '../core/behaviour';

export const tryThese: TryThis[] = [
	{ ask: { app_key: account.appKey, app_secret: account.appSecret }, gives: 'a token' },
];

interface Asked {
	app_key: string;
	app_secret: string;
	'X-Token-Expire'?: number;
}

const MAX_LIFETIME_SECONDS = 3600;

const WRONG_KEY = { error: 'invalid_client', error_description: 'app_key or app_secret is wrong' };

export default behaviour<Asked>('tokenByAkSk', (asked, platform) => {
	const { behaviour: conduct, stats, tokens, options } = platform;
	const { appKey, appSecret } = options.account;
	stats.tokenRequests++;
	const recent = tokens.countRequest(Date.now());
	if (conduct.tokenRequestsPerMinute > 0 && recent > conduct.tokenRequestsPerMinute) {
		return htmlPage(429, '<h1>Too many requests</h1>');
	}
	if (asked.app_key !== appKey || asked.app_secret !== appSecret) {
		if (conduct.wrongKeyAnswer === 'html403') return htmlPage(403);
		return new Answer({ status: 401, json: WRONG_KEY });
	}
	const wanted = asked['X-Token-Expire'] ?? MAX_LIFETIME_SECONDS;
	const lifetime = Math.min(wanted, conduct.tokenLifetimeSeconds);
	return {
		AccessToken: tokens.issue(appKey, lifetime, Date.now()),
		ApplyType: 'Bearer',
		CreateTime: String(Math.floor(platform.now / 1000)),
		...(conduct.announceExpiry === 'none' ? {} : { [conduct.announceExpiry]: String(lifetime) }),
		Scope: '',
		AppKey: appKey,
		UserID: 'Anonymous',
	};
});
