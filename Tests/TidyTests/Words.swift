import Testing

/// The samples below are joined from parts, so that this file does not break its own rules.
private let unfinished = ["TO" + "DO", "FIX" + "ME"]
private let machinePaths = ["work", "opt", "root", "home"].map { "/\($0)/" }
private let registryHosts = [
    "pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "npmjs" + ".com",
    "crates" + ".io", "deb." + "debian.org", "repo1." + "maven.org", "proxy." + "golang.org",
]

func unfinishedWork(_ file: TextFile) -> [Finding] {
    findings(of: unfinished, in: file) { before, after in
        !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
    }
}

func machinePlaces(_ file: TextFile) -> [Finding] {
    findings(of: machinePaths, in: file) { before, _ in
        before.map { " \t\"'`=(:,".contains($0) } ?? true
    }
}

func registryNames(_ file: TextFile) -> [Finding] {
    findings(of: registryHosts, in: file) { _, _ in true }
}

/// Lines where one of `words` stands and the characters around it are as `isMeant` wants them.
private func findings(
    of words: [String], in file: TextFile, where isMeant: (Character?, Character?) -> Bool
) -> [Finding] {
    file.lines.enumerated().compactMap { index, line in
        let found = words.first { word in
            line.ranges(of: word).contains { range in
                let before = line[..<range.lowerBound].last
                return isMeant(before, line[range.upperBound...].first)
            }
        }
        return found.map {
            Finding(path: file.path, line: index + 1, message: "\($0) has no place here")
        }
    }
}

@Suite struct `Words` {
    private func sample(_ text: String) -> TextFile { TextFile(path: "a.md", text: text) }

    @Test func `nothing is left for later`() {
        Repository.here.files.flatMap(unfinishedWork).expectNone()
    }

    @Test func `no path of one machine is written down`() {
        Repository.here.files.flatMap(machinePlaces).expectNone()
    }

    @Test func `no package registry is named`() {
        Repository.here.files.flatMap(registryNames).expectNone()
    }

    @Test func `work left for later is found, other words are not`() {
        #expect(unfinishedWork(sample("a\n// \(unfinished[0]): b")).map(\.line) == [2])
        #expect(unfinishedWork(sample("# \(unfinished[1])")).count == 1)
        #expect(unfinishedWork(sample("MAS\(unfinished[0])N todo")).isEmpty)
    }

    @Test func `a path of one machine is found, a part of a longer path is not`() {
        for path in machinePaths {
            #expect(machinePlaces(sample("cd \(path)anchang")).count == 1)
            #expect(machinePlaces(sample("\(path)anchang")).count == 1)
            #expect(machinePlaces(sample("a = \"\(path)\"")).count == 1)
            #expect(machinePlaces(sample("docs\(path)a and $here\(path)")).isEmpty)
        }
    }

    @Test func `a registry is found`() {
        #expect(registryNames(sample("https://files.\(registryHosts[1])/a")).count == 1)
        #expect(registryNames(sample("https://example.org")).isEmpty)
    }
}
