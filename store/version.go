package store

// SchemaVersion returns the version of the documents that this program makes, the newest that it can open.
func SchemaVersion() (int, error) {
	steps, err := ownMigrations()
	return len(steps), err
}

// FileVersion returns the version of the document at the path. It fails as Open does where there is none.
func FileVersion(path string) (int, error) {
	version, err := versionOf(path)
	return version, failed("open", path, err)
}
