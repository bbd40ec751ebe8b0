/// The known word that a mistyped one most likely means; nil when none is near.
func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let limit = max(2, word.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in known {
        if candidate.hasSuffix("." + word) || candidate.lowercased() == word.lowercased() {
            return candidate
        }
        guard abs(candidate.count - word.count) <= limit else { continue }
        let distance = editDistance(Array(word), Array(candidate))
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
}

/// How many letters must be added, dropped or changed (Levenshtein).
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in right.enumerated() {
            let above = row[j + 1]
            row[j + 1] = letter == other ? diagonal : 1 + min(diagonal, above, row[j])
            diagonal = above
        }
    }
    return row[right.count]
}
