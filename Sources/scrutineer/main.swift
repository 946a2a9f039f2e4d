internal import ArgumentParser
internal import CLinux
internal import Glibc
internal import Pipeline

if let complaint = Scrutineer.complaint(about: Arguments.all) {
    Terminal.say("Error: \(complaint)")
    exit(ExitStatus.wrong.rawValue)
}
// The parser's own status for wrong usage is 64; ours is 2 (see ExitStatus).
do {
    var command = try Scrutineer.parseAsRoot(Arguments.all)
    try command.run()
    // What was printed may still be on its way: a full disk is no success.
    if linux_output_is_written() == 0 { throw HostError("write", "the output") }
} catch {
    exit(ExitStatus.report(error))
}
