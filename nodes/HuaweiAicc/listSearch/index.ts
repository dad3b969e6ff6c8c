/** The drop-downs of the node. Each is a method under its name, which the fields refer to. */
export {
	searchAccessCodes,
	searchAgents,
	searchCalledRoutes,
	searchDevices,
	searchDnids,
	searchVoiceRecordings,
} from './fabric';
export { searchCampaigns, searchExternalResults } from './isales';
