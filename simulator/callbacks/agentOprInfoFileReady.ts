/**
 * A file that queryAgentOprInfoData asked for can be fetched. What is pushed was not seen: here it has
 * the name that downloadAgentOprInfoFile takes.
 *
 * Source: vendor pages 0818 and 4227.
 */
import { behaviour } from '../core/behaviour';
import type { PushSettings } from '../core/pushed';

interface FilePush extends PushSettings {
	/** Which request it is about; a made-up one unless told. */
	responseId?: string;
	agentOprInfoFileName?: string;
}

export default behaviour<FilePush>(
	'agentOprInfoFileReady',
	({
		responseId = '00000000-0000-0000-0000-000000000002',
		agentOprInfoFileName = `20260115_${responseId.replaceAll('-', '')}.zip`,
	}) => ({
		request: { version: '2.0' },
		msgBody: { responseId, agentOprInfoFileName },
	}),
);
