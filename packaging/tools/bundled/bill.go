package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
	"github.com/google/uuid"
	"github.com/xeipuuv/gojsonschema"
)

// billOf writes the parts of a program as a CycloneDX bill of materials. The same program gives the same bytes:
// its serial number is made of its contents.
func billOf(info *debug.BuildInfo, version string, parts []part) ([]byte, error) {
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return nil, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	system := setting(info, "GOOS") + "/" + setting(info, "GOARCH")
	program := cyclonedx.Component{
		BOMRef: "roundtrip", Type: cyclonedx.ComponentTypeApplication, Name: "Roundtrip", Version: version,
		Description: "Roundtrip for " + system, Licenses: named("MIT"),
	}
	components := make([]cyclonedx.Component, len(parts))
	references := make([]string, len(parts))
	for n, part := range parts {
		components[n] = component(part)
		references[n] = components[n].BOMRef
	}
	bill := cyclonedx.NewBOM()
	bill.SpecVersion = cyclonedx.SpecVersion1_6
	bill.JSONSchema = "http://cyclonedx.org/schema/bom-1.6.schema.json"
	bill.SerialNumber = uuid.NewSHA1(uuid.NameSpaceURL, fmt.Append(nil, system, version, seconds, parts)).URN()
	bill.Metadata = &cyclonedx.Metadata{
		Timestamp: time.Unix(seconds, 0).UTC().Format(time.RFC3339), Component: &program,
	}
	bill.Components = &components
	bill.Dependencies = &[]cyclonedx.Dependency{{Ref: "roundtrip", Dependencies: &references}}
	var out bytes.Buffer
	encoder := cyclonedx.NewBOMEncoder(&out, cyclonedx.BOMFileFormatJSON).SetPretty(true)
	err = encoder.EncodeVersion(bill, cyclonedx.SpecVersion1_6)
	return out.Bytes(), err
}

func setting(info *debug.BuildInfo, key string) string {
	at := slices.IndexFunc(info.Settings, func(s debug.BuildSetting) bool { return s.Key == key })
	if at < 0 {
		return ""
	}
	return info.Settings[at].Value
}

func component(of part) cyclonedx.Component {
	var identifiers []string
	for _, licence := range of.licences {
		if licence.identifier != "" && !slices.Contains(identifiers, licence.identifier) {
			identifiers = append(identifiers, licence.identifier)
		}
	}
	reference := of.identity
	if reference == "" {
		reference = of.name
	}
	return cyclonedx.Component{
		BOMRef: reference, Type: cyclonedx.ComponentTypeLibrary, Name: of.name, Version: of.version,
		PackageURL: of.identity, Licenses: named(identifiers...),
	}
}

func named(identifiers ...string) *cyclonedx.Licenses {
	if len(identifiers) == 0 {
		return nil
	}
	licences := make(cyclonedx.Licenses, len(identifiers))
	for n, identifier := range identifiers {
		licences[n].License = &cyclonedx.License{ID: identifier}
	}
	return &licences
}

// validate checks a bill against the schema that comes with CycloneDX's library, and the two that it refers to.
func validate(bill []byte) error {
	folder, err := exec.Command("go", "list", "-C", "packaging/tools", "-m", "-f", "{{.Dir}}", "github.com/CycloneDX/cyclonedx-go").Output()
	if err != nil {
		return fmt.Errorf("find CycloneDX's schema: %w", err)
	}
	var texts []gojsonschema.JSONLoader
	for _, name := range []string{"spdx.schema.json", "jsf-0.82.schemax.json", "bom-1.6.schema.json"} {
		text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "schema", name))
		if err != nil {
			return err
		}
		texts = append(texts, gojsonschema.NewBytesLoader(text))
	}
	loader := gojsonschema.NewSchemaLoader()
	if err := loader.AddSchemas(texts[:2]...); err != nil {
		return fmt.Errorf("read the schemas that CycloneDX's refers to: %w", err)
	}
	schema, err := loader.Compile(texts[2])
	if err != nil {
		return fmt.Errorf("read CycloneDX's schema: %w", err)
	}
	result, err := schema.Validate(gojsonschema.NewBytesLoader(bill))
	if err != nil {
		return fmt.Errorf("check the bill of materials: %w", err)
	}
	var wrong []error
	for _, each := range result.Errors() {
		wrong = append(wrong, errors.New(each.String()))
	}
	return errors.Join(wrong...)
}
