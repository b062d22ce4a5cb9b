package gui

import "fyne.io/fyne/v2"

// iconFilter is a funnel; the theme colours it.
var iconFilter = fyne.NewStaticResource("filter.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000000" d="M3.5 5h17L14 13v6.5l-4-2.2V13z"/></svg>`))
