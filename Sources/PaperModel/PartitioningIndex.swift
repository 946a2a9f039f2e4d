extension RandomAccessCollection where Index == Int {
    /// The first index at which a test that fails at first and then holds begins to hold; the end where it holds nowhere.
    @inlinable
    public func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
