internal import Synchronization

/// What is made of a book for those that run its rules, each part once; safe to ask from several threads. Two that ask for a new part at
/// once both make it, and the one that comes first is kept.
final class SharedParts: Sendable {
    private let selections = Mutex<[Set<RuleKind>: RuleSelection]>([:])
    private let others = Mutex<[ObjectIdentifier: any Sendable]>([:])

    /// The selection of `kinds`, made by `make` where nobody asked for it before.
    func selection(of kinds: Set<RuleKind>, _ make: () -> RuleSelection) -> RuleSelection {
        if let known = selections.withLock({ $0[kinds] }) { return known }
        let made = make()
        return selections.withLock { known in
            let kept = known[kinds] ?? made
            known[kinds] = kept
            return kept
        }
    }

    /// The part of a type, made by `make` where nobody asked for it before.
    func part<Part: Sendable, Fault: Error>(_ make: () throws(Fault) -> Part) throws(Fault) -> Part {
        let name = ObjectIdentifier(Part.self)
        if let known = others.withLock({ $0[name] }) as? Part { return known }
        let made = try make()
        return others.withLock { known in
            let kept = known[name] as? Part ?? made
            known[name] = kept
            return kept
        }
    }
}
