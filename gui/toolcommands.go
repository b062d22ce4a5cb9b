package gui

import "fyne.io/fyne/v2"

// toolCommands are the what-if's tools.
func (w *Window) toolCommands(free func() bool) []*command {
	open := func() bool { return w.tools.open && free() }
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6}
	var commands []*command
	for i, tool := range w.tools.tools {
		commands = append(commands, &command{
			menu: "What-if", under: "Tools", label: tool.name(), key: keys[i], alt: true, shift: true, divider: i == 0, beside: true, enabled: free,
			run: func() { w.tools.show(i) },
		})
	}
	return append(commands, []*command{
		{menu: "What-if", under: "Tools", label: "Tools or canvas", key: fyne.KeyK, divider: true, beside: true, enabled: free, run: w.toggleTools},
		{menu: "What-if", under: "Tools", label: "Compute the tool again", key: fyne.KeyR, alt: true, enabled: open, run: w.tools.compute},
		{menu: "What-if", under: "Tools", label: "Stop computing", key: fyne.KeyPeriod, alt: true, enabled: open, run: w.tools.halt},
		{menu: "What-if", under: "Tools", label: "Export the chart…", key: fyne.KeyX, alt: true, enabled: open, run: w.tools.export},
	}...)
}
