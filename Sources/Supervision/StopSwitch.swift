internal import Synchronization

/// Tells a run that it shall stop: no paper is begun any more, those that are being read are given up, and what is done is kept.
public final class StopSwitch: Sendable {
    private let isStopped = Atomic(false)

    /// A switch that is off.
    public init() {}

    /// Stops the run; may be called from any thread.
    public func turnOn() { isStopped.store(true, ordering: .relaxed) }

    /// Whether the run shall stop.
    public var isOn: Bool { isStopped.load(ordering: .relaxed) }
}
