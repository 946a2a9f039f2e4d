/// The known word that an unknown one is most likely meant to be; nil where none is near.
/// Distance of Damerau and Levenshtein with adjacent transpositions (optimal string alignment).
func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(40))
    // A third of the letters may be wrong: more, and the guess is more likely noise than help.
    let allowed = max(1, wanted.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in known {
        let distance = editDistance(wanted, Array(candidate.lowercased().unicodeScalars.prefix(40)))
        guard distance <= allowed else { continue }
        if best.map({ (distance, candidate) < $0 }) ?? true { best = (distance, candidate) }
    }
    return best?.word
}

/// "; did you mean `x`?" where a known word is near, else the list of what is known.
public func suggestion(for word: String, among known: some Sequence<String>) -> String {
    if let near = nearest(to: word, among: known) { return "; did you mean `\(near)`?" }
    let all = known.sorted()
    return all.isEmpty ? "" : "; known: \(all.joined(separator: ", "))"
}

/// What may be meant by the name of a pattern or lexicon that nobody has; without the program's lists its files are missing.
func suggestion(forName name: String, among known: [String]) -> String {
    known.contains(where: RuleLanguage.ownLexicons.contains)
        ? suggestion(for: name, among: known) : "; name the folder of the program's rules before your own: `--rules Rules --rules my-rules`"
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var older = [Int](repeating: 0, count: right.count + 1)
    var old = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var row = [i + 1]
        for (j, b) in right.enumerated() {
            var cost = min(old[j] + (a == b ? 0 : 1), old[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, older[j - 1] + 1) }
            row.append(cost)
        }
        (older, old) = (old, row)
    }
    return old[right.count]
}
