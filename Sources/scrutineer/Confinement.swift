internal import ArgumentParser
internal import Glibc
internal import Pipeline
internal import Supervision

/// Has a command that reads papers itself do so in a process of its own, with the limits and the sandbox of a worker: the one that the user
/// started only waits for it, and says what became of it.
struct Confinement {
    /// Most memory, megabytes.
    var megabytes = LimitOptions.usual.megabytes
    /// Whether the libraries may start threads.
    var startsThreads = false

    /// Whether this is the process that does the work.
    static var isInside: Bool { ConfinedProcess.isThis }

    /// Gives up what a worker gives up. All files that are needed must be open by now.
    func enter() throws {
        // Whatever ends the one that waits ends this one.
        try ProcessLimits.end(withHost: getppid())
        try ProcessLimits.set(megabytes: megabytes)
        try ProcessLimits.set(processorSecondsFromNow: LimitOptions.usual.processorSeconds)
        _ = Sandbox.enter(startsThreads: startsThreads)
    }

    /// Has the work done, and waits for its end.
    ///
    /// - Throws: the status to end with, where it is not 0.
    func supervise() throws {
        let ending = try ConfinedProcess.run(Arguments.all)
        if let signal = ending.signal {
            // Who reads the output has had enough.
            if signal == SIGPIPE { throw ExitStatus.stopped(by: signal) }
            Terminal.say(words(for: signal, peak: ending.peakMegabytes))
            throw ExitStatus.somePapersFailed
        }
        if ending.status != 0 { throw ExitCode(ending.status) }
    }

    private func words(for signal: Int32, peak: Int) -> String {
        // SIGXCPU, of which Swift does not know the name.
        if signal == 24 {
            return "timeout: not read within \(LimitOptions.usual.processorSeconds) seconds of processor time, and more for each page"
        }
        if peak >= megabytes / 10 * 9 { return "memory: needs more than \(megabytes) MB of memory (extract --memory allows more)" }
        return "crash: the process that read the paper ended by signal \(signal)"
    }
}
