package gui

// The places of the tables among the tabs on the left.
const (
	dealsTab = iota
	companiesTab
	loopsTab
	sourcesTab
	scenariosTab
)

// The places of the panels among the tabs on the right.
const (
	whatIfTab = iota
	inspectorTab
	stressTab
)
