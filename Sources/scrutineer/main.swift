internal import ArgumentParser
internal import Glibc

if let complaint = Scrutineer.complaint(about: Arguments.all) {
    Terminal.say("Error: \(complaint)")
    exit(ExitStatus.wrong.rawValue)
}
// The parser's own status for wrong usage is 64; ours is 2 (see ExitStatus).
do {
    var command = try Scrutineer.parseAsRoot(Arguments.all)
    try command.run()
} catch {
    exit(ExitStatus.report(error))
}
