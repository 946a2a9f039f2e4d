import RecordIndex
import TestSupport

extension MadePaper {
    /// The paper for an index; `stamp` tells its records from others.
    func source(stamp: String = "1") -> RecordIndex.Source {
        let lines = Array(lines.utf8)
        return RecordIndex.Source(path: name + ".pdf", stamp: stamp) { lines }
    }
}
