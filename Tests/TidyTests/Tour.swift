import Testing

/// The folders a tour names: what stands in backticks and ends in a slash.
func foldersNamed(in text: String) -> Set<String> {
    Set(
        text.matches(of: /`([A-Za-z0-9_.\/-]+)\/`/).map { String($0.output.1) })
}

/// Folders of the sources that the tour passes by, and places it names that do not exist.
func gaps(inTour tour: TextFile, folders: [String], existing paths: Set<String>) -> [Finding] {
    let named = foldersNamed(in: tour.text)
    let missing = folders.filter { !named.contains($0) }.map {
        Finding(path: tour.path, line: 1, message: "the tour does not show `\($0)/`")
    }
    let gone = named.filter { !paths.contains($0) }.sorted().map {
        Finding(path: tour.path, line: 1, message: "the tour shows `\($0)/`, which is not there")
    }
    return missing + gone
}

@Suite struct `The tour` {
    /// What lies deeper in the resources than their kinds is data, not a place to find one's way.
    private func isPlace(_ folder: String) -> Bool {
        let parts = folder.split(separator: "/")
        guard parts.first == "Sources", parts.count > 1 else { return false }
        return !parts.contains("Resources") || parts.count <= 4
    }

    @Test func `shows every folder of the sources, and only what is there`() throws {
        let here = Repository.here
        let tour = try here.file("docs/tour.md")
        let folders = here.folders.filter(isPlace)
        #expect(folders.count >= 6)
        gaps(inTour: tour, folders: folders, existing: here.paths).expectNone()
    }

    @Test func `that passes a folder by is found`() {
        let tour = TextFile(path: "docs/tour.md", text: "`Sources/A/` and `Sources/Gone/`, `b`")
        let found = gaps(
            inTour: tour, folders: ["Sources/A", "Sources/B"],
            existing: ["Sources/A", "Sources/B"])
        #expect(
            found.map(\.message) == [
                "the tour does not show `Sources/B/`",
                "the tour shows `Sources/Gone/`, which is not there",
            ])
    }
}
