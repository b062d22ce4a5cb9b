package assets

import _ "embed"

// FontRegular is IBM Plex Sans Regular, a TrueType font with figures of equal width, under the SIL Open Font
// License (fonts/LICENSE.txt).
//
//go:embed fonts/IBMPlexSans-Regular.ttf
var FontRegular []byte

// FontSemiBold is IBM Plex Sans SemiBold, under the same licence.
//
//go:embed fonts/IBMPlexSans-SemiBold.ttf
var FontSemiBold []byte

// FontFamily is the name under which the fonts are installed on a machine that has them.
const FontFamily = "IBM Plex Sans"
