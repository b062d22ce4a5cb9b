package store

// SchemaVersion returns the version of the documents that this program makes, the newest that it can open.
func SchemaVersion() (int, error) {
	steps, err := ownMigrations()
	return len(steps), err
}
