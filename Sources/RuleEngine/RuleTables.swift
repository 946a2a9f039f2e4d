/// What many rules of a stored set share, each kept once and named by its place.
struct RuleTables {
    private(set) var lexicons: [Lexicon] = []
    private(set) var sets: [ByteSet] = []
    private(set) var leads: [Lead] = []

    private var placesOfLexicons: [String: [Int]] = [:]
    private var placesOfSets: [ByteSet: Int] = [:]
    private var placesOfLeads: [String: [Int]] = [:]

    /// The place of a lexicon.
    mutating func place(of lexicon: Lexicon) -> Int {
        let known = placesOfLexicons[lexicon.name] ?? []
        if let place = known.first(where: { lexicons[$0].isSame(as: lexicon) }) { return place }
        lexicons.append(lexicon)
        placesOfLexicons[lexicon.name] = known + [lexicons.count - 1]
        return lexicons.count - 1
    }

    /// The place of a set of bytes.
    mutating func place(of set: ByteSet) -> Int {
        if let place = placesOfSets[set] { return place }
        sets.append(set)
        placesOfSets[set] = sets.count - 1
        return sets.count - 1
    }

    /// The place of an atomic part.
    mutating func place(of lead: Lead) -> Int {
        let known = placesOfLeads[lead.source] ?? []
        if let place = known.first(where: { leads[$0].isSame(as: lead) }) { return place }
        leads.append(lead)
        placesOfLeads[lead.source] = known + [leads.count - 1]
        return leads.count - 1
    }
}

extension RuleTables {
    func write(to writer: inout StoredWriter) {
        writer.write(lexicons) { writer, lexicon in
            writer.write(lexicon.name)
            writer.write(lexicon.isExact)
            writer.write(lexicon.entries) { writer, entry in
                writer.write(entry.word)
                writer.write(entry.value)
            }
        }
        writer.write(sets) { writer, set in for index in 0..<4 { writer.write(bits: set.words[index]) } }
        writer.write(leads) { writer, lead in
            writer.write(lead.source)
            writer.write(lead.ignoresCase)
        }
    }

    init(from reader: inout StoredReader) throws(StoredDamage) {
        lexicons = try reader.list { reader throws(StoredDamage) in
            let (name, isExact) = (try reader.text(), try reader.flag())
            let entries = try reader.list { reader throws(StoredDamage) in (word: try reader.text(), value: try reader.text()) }
            return Lexicon(name: name, entries: entries, isExact: isExact)
        }
        sets = try reader.list { reader throws(StoredDamage) in
            var words = SIMD4<UInt64>.zero
            for index in 0..<4 { words[index] = try reader.bits(UInt64.self) }
            return ByteSet(words: words)
        }
        leads = try reader.list { reader throws(StoredDamage) in Lead(known: try reader.text(), ignoresCase: try reader.flag()) }
    }

    func lexicon(_ place: Int) throws(StoredDamage) -> Lexicon {
        guard lexicons.indices.contains(place) else { throw StoredDamage() }
        return lexicons[place]
    }

    func set(_ place: Int) throws(StoredDamage) -> ByteSet {
        guard sets.indices.contains(place) else { throw StoredDamage() }
        return sets[place]
    }

    func lead(_ place: Int) throws(StoredDamage) -> Lead {
        guard leads.indices.contains(place) else { throw StoredDamage() }
        return leads[place]
    }
}
