// Package packaging holds the tests of what the packages are made of, as far as they can be tried without making them.
// packaging/check tries out the packages themselves.
package packaging

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/command"
)

const (
	identity = "io.github.roundtrip.Roundtrip"
	mimeType = "application/vnd.roundtrip+sqlite3"
)

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestOneIdentity keeps what desktops, Windows and macOS know the program by the same everywhere.
func TestOneIdentity(t *testing.T) {
	for path, says := range map[string][]string{
		"../FyneApp.toml":                     {`ID = "` + identity + `"`, `Name = "Roundtrip"`},
		"linux/" + identity + ".desktop":      {"Exec=roundtrip %f\n", "Icon=" + identity + "\n", "MimeType=" + mimeType + ";\n", "StartupWMClass=Roundtrip\n"},
		"linux/" + identity + ".xml":          {`type="` + mimeType + `"`, `pattern="*.roundtrip"`, `offset="68" value="0x52545250"`},
		"linux/" + identity + ".metainfo.xml": {"<id>" + identity + "</id>", "<mediatype>" + mimeType + "</mediatype>", "<screenshot "},
		"linux/packages.sh":                   {"application-vnd.roundtrip+sqlite3.png"},
		"windows/installer.nsi":               {`!define ID "` + identity + `"`, `"` + mimeType + `"`},
		"windows/roundtrip.wxs":               {identity + ".Document", `"` + mimeType + `"`, `Key="Software\Classes\.roundtrip"`},
		"windows/winres.json":                 {`"dpi-awareness": "per monitor v2"`},
		"macos/Info.plist":                    {"<string>" + mimeType + "</string>"},
	} {
		text := read(t, path)
		for _, part := range says {
			if !strings.Contains(text, part) {
				t.Errorf("%s does not say %q", path, part)
			}
		}
	}
}

// TestManualNamesEveryCommand compares the manual page with what the program says of itself.
func TestManualNamesEveryCommand(t *testing.T) {
	var help bytes.Buffer
	if code := (command.Program{Out: &help, Errors: &help}).Run(context.Background(), []string{"--help"}); code != command.ExitDone {
		t.Fatalf("--help: exit code %d", code)
	}
	manual := strings.NewReplacer(`\fB`, "", `\fR`, "", `\fI`, "", `\-`, "-").Replace(read(t, "linux/roundtrip.1"))
	commands := regexp.MustCompile(`(?m)^  (roundtrip [a-z-]+)`).FindAllStringSubmatch(help.String(), -1)
	if len(commands) < 4 {
		t.Fatalf("--help names only the commands %q", commands)
	}
	for _, found := range commands {
		if !strings.Contains(manual, found[1]) {
			t.Errorf("the manual page does not have %q", found[1])
		}
		help.Reset()
		name := strings.TrimPrefix(found[1], "roundtrip ")
		(command.Program{Out: &help, Errors: &help}).Run(context.Background(), []string{name, "--help"})
		for _, option := range regexp.MustCompile(`(?m)^  --[a-z-]+`).FindAllString(help.String(), -1) {
			if !strings.HasPrefix(name, "-") && !strings.Contains(manual, strings.TrimSpace(option)) {
				t.Errorf("the manual page does not have %s of %s", option, name)
			}
		}
	}
}

// TestMacBundle lays out the app with stand-ins for what needs a Mac, and reads it as macOS does.
func TestMacBundle(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"program", "roundtrip.icns", "document.icns", "licences.txt"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	layOut := exec.Command("macos/app.sh", filepath.Join(folder, "program"), folder, filepath.Join(folder, "licences.txt"), folder)
	layOut.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1700000000")
	if out, err := layOut.CombinedOutput(); err != nil {
		t.Fatalf("app.sh: %v\n%s", err, out)
	}
	contents := filepath.Join(folder, "Roundtrip.app", "Contents")
	information, err := parsePropertyList(read(t, filepath.Join(contents, "Info.plist")))
	if err != nil {
		t.Fatal(err)
	}
	details := read(t, "../FyneApp.toml")
	for key, want := range map[string]any{
		"CFBundleIdentifier":         identity,
		"CFBundleName":               "Roundtrip",
		"CFBundlePackageType":        "APPL",
		"CFBundleShortVersionString": regexp.MustCompile(`(?m)^Version = "(.*)"`).FindStringSubmatch(details)[1],
		"CFBundleVersion":            regexp.MustCompile(`(?m)^Build = (\d+)`).FindStringSubmatch(details)[1],
		"LSMinimumSystemVersion":     "12.0",
		"NSHighResolutionCapable":    true,
	} {
		if information[key] != want {
			t.Errorf("%s is %v, want %v", key, information[key], want)
		}
	}
	documents := information["CFBundleDocumentTypes"].([]any)[0].(map[string]any)
	exported := information["UTExportedTypeDeclarations"].([]any)[0].(map[string]any)
	if types := documents["LSItemContentTypes"].([]any); !slices.Contains(types, exported["UTTypeIdentifier"]) {
		t.Errorf("the documents are %v, and the type that is declared is %v", types, exported["UTTypeIdentifier"])
	}
	tags := exported["UTTypeTagSpecification"].(map[string]any)
	if extensions := tags["public.filename-extension"].([]any); !slices.Contains(extensions, any("roundtrip")) {
		t.Errorf("the document's extensions are %v", extensions)
	}
	for _, icon := range []any{information["CFBundleIconFile"], documents["CFBundleTypeIconFile"], exported["UTTypeIconFile"]} {
		read(t, filepath.Join(contents, "Resources", icon.(string)))
	}
	for _, name := range []string{"LICENSE", "THIRD-PARTY-LICENCES.txt"} {
		read(t, filepath.Join(contents, "Resources", name))
	}
	program, err := os.Stat(filepath.Join(contents, "MacOS", information["CFBundleExecutable"].(string)))
	if err != nil {
		t.Fatal(err)
	}
	if program.Mode().Perm()&0o111 != 0o111 {
		t.Errorf("the program's mode is %v: it cannot be run", program.Mode())
	}
}
