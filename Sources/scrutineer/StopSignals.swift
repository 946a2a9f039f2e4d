internal import ArgumentParser
internal import Dispatch
internal import Glibc
internal import Supervision
internal import Synchronization

/// Lets Ctrl-C, and whoever else asks the program to end, stop a run; who asks twice ends the program at once, which loses no more than
/// the papers that are being read.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]
    private let last: Last
    private static let numbers = [SIGINT, SIGTERM, SIGHUP]

    private final class Last: Sendable {
        let signal = Atomic<Int32>(0)
    }

    init(_ stop: StopSwitch) {
        let last = Last()
        self.last = last
        // Whoever started the program may have held them back.
        var wanted = sigset_t()
        sigemptyset(&wanted)
        for number in StopSignals.numbers { sigaddset(&wanted, number) }
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
        let queue = DispatchQueue(label: "scrutineer.signals")
        sources = StopSignals.numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if last.signal.exchange(number, ordering: .relaxed) != 0 { _exit(ExitStatus.stopped(by: number).rawValue) }
                stop.turnOn()
            }
            source.resume()
            return source
        }
    }

    /// The signal that came last; 0 where none did.
    var received: Int32 { last.signal.load(ordering: .relaxed) }

    /// Leaves signals to the system again.
    func cancel() {
        for source in sources { source.cancel() }
        for number in StopSignals.numbers { signal(number, SIG_DFL) }
    }
}
