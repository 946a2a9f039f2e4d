internal import ArgumentParser
internal import Glibc

// The parser's own status for wrong usage is 64; ours is 2 (see ExitStatus).
if let complaint = Scrutineer.complaint(about: CommandLine.arguments.dropFirst()) {
    Terminal.say("Error: \(complaint)")
    exit(ExitStatus.wrong.rawValue)
}
do {
    var command = try Scrutineer.parseAsRoot()
    try command.run()
} catch {
    exit(ExitStatus.report(error))
}
