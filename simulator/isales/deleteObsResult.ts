/** Source: vendor page 0800. */
import { behaviour, type TryThis } from '../core/behaviour';
import { externalResultOf, KNOWN_RESULT } from './shared/externalResults';

export const tryThese: TryThis[] = [{ ask: { defId: KNOWN_RESULT }, gives: 'it is deleted' }];

export default behaviour<{ defId: string }>('deleteObsResult', ({ defId }, platform) => {
	const { externalResults } = platform.data;
	externalResults.splice(externalResults.indexOf(externalResultOf(platform, defId)), 1);
	return {};
});
