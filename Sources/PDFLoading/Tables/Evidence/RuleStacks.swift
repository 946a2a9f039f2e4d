/// Most stacks of rules of one extent on a page; a page of ten tables has about as many.
private let stacksPerPage = 40

/// Most rules of a page that are put into stacks; a full page of tables has some hundred.
private let stackedRulesPerPage = 2_000

/// Rules across of one extent, from the top, as far as a page may hold them.
func ruleStacks(_ horizontal: [Edge]) -> [[Edge]] {
    var stacks: [[Edge]] = []
    for rule in horizontal.sorted(by: { $0.position < $1.position }).prefix(stackedRulesPerPage) {
        let index = stacks.lastIndex {
            abs($0[0].start - rule.start) <= Points.ruleSnap && abs($0[0].end - rule.end) <= Points.ruleSnap
        }
        if let index { stacks[index].append(rule) } else if stacks.count < stacksPerPage { stacks.append([rule]) }
    }
    return stacks
}
